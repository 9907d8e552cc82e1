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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
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
                aiming.current().open() ? List.of() : surges(today, zone),
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

    private List<Surge> surges(LocalDate today, ZoneId zone) {
        return growths.crowds(today.minusDays(SURGES_DAYS), zone, Suspicion.LEAST).stream()
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
