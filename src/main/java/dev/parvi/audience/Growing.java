package dev.parvi.audience;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.audience.Growth.Read;
import dev.parvi.audience.Growth.Surge;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows how the audience grows, and by whom; any member may look. */
@Component
public class Growing {

    /** As many weeks as are shown, this one among them. */
    public static final int WEEKS = 12;

    private static final Duration SPOKE = Duration.ofDays(90);
    private static final Duration CAME = Duration.ofDays(90);
    private static final int SURGES_DAYS = 28;
    private static final int LATELY_DAYS = 7;

    private final Growths growths;
    private final CrowdReadings readings;
    private final Aiming aiming;
    private final Branding branding;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Clock clock;

    Growing(
            Growths growths,
            CrowdReadings readings,
            Aiming aiming,
            Branding branding,
            Connecting connecting,
            Connectors connectors,
            Clock clock) {
        this.growths = growths;
        this.readings = readings;
        this.aiming = aiming;
        this.branding = branding;
        this.connecting = connecting;
        this.connectors = connectors;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Growth growth(Seat seat) {
        var zone = branding.current().zone();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var first =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
        return new Growth(
                aiming.current(),
                growths.standing(),
                growths.speaking(now.minus(SPOKE)),
                growths.weeks(first, zone),
                growths.stay(now),
                growths.came(now.minus(CAME)),
                // Where nobody can be said to fit, any crowd would look wrong.
                aiming.current().open() ? List.of() : surges(today.minusDays(SURGES_DAYS), zone),
                reads(),
                connecting.open().stream()
                        .collect(Collectors.toMap(Account::id, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())));
    }

    /**
     * How many began to follow in each window; null where nobody knows, since no list of followers had been read to its end by
     * then. Who only began before that and is seen first isn't counted.
     *
     * @param account null for all
     * @param fitting only those who fit the target audience, as it's judged today
     */
    @Transactional(readOnly = true)
    public List<@Nullable Double> joins(@Nullable AccountId account, boolean fitting, List<Span> spans) {
        return growths.joins(account, fitting, spans);
    }

    /**
     * How it stood and changed, one for each window.
     *
     * @param account null for all
     */
    @Transactional(readOnly = true)
    public List<Period> periods(@Nullable AccountId account, List<Span> spans) {
        return growths.periods(account, spans);
    }

    /** Who joined in a window, by which way: POST, CAMPAIGN, LINK, UNKNOWN. */
    @Transactional(readOnly = true)
    public Map<String, Growth.Split> ways(@Nullable AccountId account, Span span) {
        return growths.ways(account, span);
    }

    /** Of those who joined in a window: who was still there 30 days later, as far as these have passed. */
    @Transactional(readOnly = true)
    public Growth.Stay stay(@Nullable AccountId account, Span span) {
        return growths.stay(account, span, clock.instant());
    }

    /** Crowds of a window that may have been bought. */
    @Transactional(readOnly = true)
    public List<Surge> surges(@Nullable AccountId account, Span span) {
        var zone = branding.current().zone();
        // Where nobody can be said to fit, any crowd would look wrong.
        return aiming.current().open()
                ? List.of()
                : surges(LocalDate.ofInstant(span.from(), zone), zone).stream()
                        .filter(each -> account == null || account.equals(each.account()))
                        .filter(each -> span.holds(each.day().atStartOfDay(zone).toInstant()))
                        .toList();
    }

    /** Crowds of the last days that may have been bought, for who begins the working day. */
    @Transactional(readOnly = true)
    public List<Surge> lately(Seat seat) {
        var zone = branding.current().zone();
        var end = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        return surges(
                null,
                new Span(
                        end.minusDays(LATELY_DAYS).atStartOfDay(zone).toInstant(),
                        end.atStartOfDay(zone).toInstant()));
    }

    /** When followers were last read to the end. @return empty where they never were */
    @Transactional(readOnly = true)
    public Optional<Instant> readAt(@Nullable AccountId account) {
        return readings.all().stream()
                .filter(each -> account == null || account.equals(each.account()))
                .map(CrowdReadings.Standing::whole)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private List<Surge> surges(LocalDate from, ZoneId zone) {
        return growths.crowds(from, zone, Suspicion.LEAST).stream()
                .filter(each -> Suspicion.of(each.joined(), each.fits(), each.usual(), each.others(), each.othersFit()))
                .map(each -> new Surge(
                        each.account(),
                        each.day(),
                        each.joined(),
                        each.fits(),
                        each.usual(),
                        each.others() < Suspicion.OTHERS_LEAST
                                ? null
                                : Suspicion.percent(each.othersFit(), each.others())))
                .toList();
    }

    private List<Read> reads() {
        var standing = growths.standingByAccount();
        return readings.all().stream()
                .map(each -> new Read(
                        each.account(),
                        standing.getOrDefault(each.account(), 0),
                        each.total(),
                        each.whole(),
                        each.pages(),
                        each.doubted(),
                        each.fault(),
                        each.detail()))
                .toList();
    }
}
