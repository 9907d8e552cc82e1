package dev.parvi.analysis;

import dev.parvi.audience.Campaign;
import dev.parvi.audience.Campaigning;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.LetterTold;
import dev.parvi.platform.Letters;
import dev.parvi.platform.Letters.Enclosure;
import dev.parvi.platform.Letters.Letter;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the reports whose time has come and queues a letter for each reader. All of one circular is one transaction that also moves it on: whoever dies
 * in it or does it at the same time leaves nothing half, and a reader has at most one letter of each time. What became of each is noted beside it.
 */
@Component
public class Despatching {

    private static final Logger LOG = LoggerFactory.getLogger(Despatching.class);
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Circulars circulars;
    private final CircularLetters circularLetters;
    private final Circulating circulating;
    private final Reporting reporting;
    private final Campaigning campaigning;
    private final Branding branding;
    private final Languages languages;
    private final Letters letters;
    private final DeskSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Despatching(
            Circulars circulars,
            CircularLetters circularLetters,
            Circulating circulating,
            Reporting reporting,
            Campaigning campaigning,
            Branding branding,
            Languages languages,
            Letters letters,
            DeskSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.circulars = circulars;
        this.circularLetters = circularLetters;
        this.circulating = circulating;
        this.reporting = reporting;
        this.campaigning = campaigning;
        this.branding = branding;
        this.languages = languages;
        this.letters = letters;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of all brands; outside any scope. */
    void sendAll() {
        for (var brand : circulars.due(clock.instant())) {
            Tenant.run(brand, this::sendHere);
        }
    }

    private void sendHere() {
        var due = Objects.requireNonNull(transaction.execute(status -> circulars.dueHere(clock.instant())));
        for (var id : due) {
            try {
                transaction.executeWithoutResult(status -> send(id));
            } catch (RuntimeException e) {
                LOG.error("The circular {} could not be made; it is tried again", id, e);
                var why = e.getClass().getSimpleName();
                transaction.executeWithoutResult(
                        status -> circulars.failed(id, why, clock.instant().plus(AGAIN)));
            }
        }
    }

    /** Of several periods that passed while nothing ran only the last one is mailed. */
    void send(long id) {
        if (!circulars.take(id, clock.instant())) {
            return;
        }
        var circular = circulars.get(id).orElseThrow();
        var brand = branding.current();
        var due = LocalDate.ofInstant(clock.instant(), brand.zone());
        var campaign = campaign(circular);
        // A sample is looked at, not worked for.
        if (!brand.sample() && (circular.campaign() == null || campaign.isPresent())) {
            mail(circular, brand, round(circular, due, campaign), week(due, campaign));
        }
        circulars.next(id, circulating.next(circular, brand.zone()));
    }

    private static Round round(Circular circular, LocalDate due, Optional<Campaign> campaign) {
        return campaign.map(each -> Round.of(each, due.minusDays(1)))
                .orElseGet(() -> Round.before(circular.kind(), due));
    }

    /** Of a campaign that runs there's a letter a week. */
    private static LocalDate week(LocalDate due, Optional<Campaign> campaign) {
        return campaign.filter(each -> !due.isAfter(each.ends()))
                .map(each -> due.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .orElse(LocalDate.EPOCH);
    }

    private Optional<Campaign> campaign(Circular circular) {
        return campaigning.known().stream()
                .filter(each -> circular.campaign() != null && each.id() == circular.campaign())
                .findFirst();
    }

    private void mail(Circular circular, Brand brand, Round round, LocalDate week) {
        var stops = new LinkedHashMap<Long, Map.Entry<String, String>>();
        for (var address : circular.reading()) {
            var stop = Token.fresh();
            circularLetters
                    .begin(circular.id(), round.first(), week, address, Token.hash(stop), clock.instant())
                    .ifPresent(letter -> stops.put(letter, Map.entry(address, stop)));
        }
        if (stops.isEmpty()) {
            return;
        }
        var seat = new Seat(new MemberId(circular.madeBy()), "", brand.id(), Set.of());
        var made = reporting.made(seat, typed(circular, round), round.last());
        var secret = reporting.shared(made);
        var report = reporting.get(seat, made).orElseThrow();
        var file = new Enclosure(
                "report-" + report.from() + "-" + report.to() + ".pdf",
                "application/pdf",
                reporting.paper(brand, report));
        stops.forEach((letter, reader) -> circularLetters.queued(
                letter, made, letters.set() ? (Long) letters.post(letter(brand, report, file, secret, reader)) : null));
    }

    private static TypedReport typed(Circular circular, Round round) {
        return new TypedReport(
                circular.title(),
                circular.kind().name(),
                round.first().toString(),
                circular.language(),
                circular.sides(),
                circular.campaign() == null ? "" : circular.campaign().toString());
    }

    private Letter letter(Brand brand, Report report, Enclosure file, String secret, Map.Entry<String, String> reader) {
        var words = languages.in(Locale.of(report.language()));
        var home = settings.publicAddress().toString().replaceAll("/+$", "");
        var stop = home + "/report/stop/" + reader.getValue();
        return new Letter(
                reader.getKey(),
                report.title().replaceAll("\\s+", " ") + ", " + days(words, report),
                words.t(
                        "analysis.circular.mail",
                        "brand",
                        brand.name(),
                        "days",
                        days(words, report),
                        "address",
                        home + "/report/" + secret,
                        "stop",
                        stop),
                file,
                stop);
    }

    private static String days(Words words, Report report) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Languages.writing(words.locale()));
        return day.format(report.from()) + " – " + day.format(report.to());
    }

    @EventListener
    void on(LetterTold said) {
        circularLetters.told(said.letter(), said.state().name(), said.why(), clock.instant());
    }
}
