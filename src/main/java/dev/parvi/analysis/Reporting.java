package dev.parvi.analysis;

import dev.parvi.audience.Campaign;
import dev.parvi.audience.Campaigning;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes reports and hands them on. Any member may read and make them; what leaves the house is a manager's. */
@Component
public class Reporting {

    private static final int LISTED = 100;
    private static final int LONGEST = 4_000;

    private final Reports reports;
    private final Analysing analysing;
    private final Campaigning campaigning;
    private final Branding branding;
    private final Languages languages;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reporting(
            Reports reports,
            Analysing analysing,
            Campaigning campaigning,
            Branding branding,
            Languages languages,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.reports = reports;
        this.analysing = analysing;
        this.campaigning = campaigning;
        this.branding = branding;
        this.languages = languages;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A report and whose it is. */
    public record Opened(Brand brand, Report report) {}

    @Transactional(readOnly = true)
    public List<Report> latest(Seat seat) {
        return reports.latest(LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Report> get(Seat seat, long id) {
        return reports.get(id);
    }

    /** Of which campaigns a report can be made: those that have begun, the latest first. */
    @Transactional(readOnly = true)
    public List<Campaign> campaigns(Seat seat) {
        var today = LocalDate.ofInstant(clock.instant(), branding.current().zone());
        return campaigning.known().stream()
                .filter(each -> !each.begins().isAfter(today))
                .toList();
    }

    /** What is wrong with it: by field, the key of a message. */
    @Transactional(readOnly = true)
    public Map<String, String> faults(Seat seat, TypedReport typed) {
        var faults = typed.faults();
        var campaign = typed.campaignId();
        if (campaign != null && campaigns(seat).stream().noneMatch(each -> each.id() == campaign)) {
            faults.put("campaign", "analysis.report.fault.campaign");
        }
        return faults;
    }

    /** @param typed without {@link #faults} */
    @Transactional
    public long make(Seat seat, TypedReport typed) {
        seat.needs(Right.WRITE);
        return made(
                seat,
                typed,
                LocalDate.ofInstant(clock.instant(), branding.current().zone()));
    }

    /** As of now; what is handed on doesn't change any more by itself. @param last of a campaign that runs: up to that day */
    long made(Seat seat, TypedReport typed, LocalDate last) {
        var brand = branding.current();
        var now = clock.instant();
        var campaign = typed.campaignId();
        var whole = campaign == null ? null : campaigning.one(seat, campaign);
        var round =
                whole == null ? typed.round(LocalDate.ofInstant(now, brand.zone())) : Round.of(whole.campaign(), last);
        var span = Weeks.days(round.first(), round.last().plusDays(1), brand.zone());
        var words = languages.in(Locale.of(typed.language()));
        var parts = new ArrayList<Report.Part>();
        if (whole != null) {
            parts.add(new Report.Part(Paid.KEY, Paid.blocks(whole, now)));
        }
        TypedReport.all().stream()
                .filter(typed.sides()::contains)
                .forEach(side -> parts.add(new Report.Part(side, analysing.blocks(seat, side, span, null))));
        var usual = whole == null
                ? words.t("analysis.report.title." + typed.kind(), "brand", brand.name())
                : brand.name() + ": " + whole.campaign().name();
        var title = typed.title().isBlank() ? usual : typed.title().strip();
        return reports.add(report(typed, title, round, parts, now), seat.member(), campaign);
    }

    private static Report report(TypedReport typed, String title, Round round, List<Report.Part> parts, Instant now) {
        return new Report(
                0,
                title,
                Report.Kind.valueOf(typed.kind()),
                round.first(),
                round.last(),
                typed.language(),
                parts,
                Map.of(),
                false,
                now);
    }

    /** Words beside the figures; those of sides that aren't in it are left out, longer ones cut. */
    @Transactional
    public void comment(Seat seat, long id, Map<String, String> typed) {
        seat.needs(Right.WRITE);
        var report = reports.get(id).orElseThrow(NoSuchReport::new);
        var comments = new LinkedHashMap<String, String>();
        var known =
                new ArrayList<>(report.parts().stream().map(Report.Part::side).toList());
        known.addFirst(Report.INTRO);
        for (var each : known) {
            var text = typed.getOrDefault(each, "").strip();
            if (!text.isEmpty()) {
                comments.put(each, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        reports.comment(id, comments);
    }

    /**
     * Gives it a private link; one it had before ends.
     *
     * @return the secret, which nobody can read again
     */
    @Transactional
    public String share(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var report = reports.get(id).orElseThrow(NoSuchReport::new);
        audit.note(seat, "report.shared", report.title(), report.from() + " – " + report.to());
        return shared(id);
    }

    String shared(long id) {
        var token = Token.fresh();
        reports.link(id, Token.hash(token));
        return token;
    }

    /** The private link ends. */
    @Transactional
    public void close(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var report = reports.get(id).orElseThrow(NoSuchReport::new);
        reports.link(id, null);
        audit.note(seat, "report.closed", report.title(), "");
    }

    @Transactional
    public void remove(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var report = reports.get(id).orElseThrow(NoSuchReport::new);
        reports.remove(id);
        audit.note(seat, "report.removed", report.title(), "");
    }

    /** On A4, as one hands it to a client: a PDF. */
    public byte[] paper(Brand brand, Report report) {
        return Paper.of(report, brand, languages.in(Locale.of(report.language())));
    }

    /** The brand's own, in its scope. */
    byte[] paper(Seat seat, Report report) {
        return paper(branding.current(), report);
    }

    /** Its figures, one a line. */
    public String table(Report report) {
        return Tabulating.of(report, languages.in(Locale.of(report.language())));
    }

    /** What a private link opens, for whoever holds it; outside any brand. */
    public Optional<Opened> open(String secret) {
        if (secret.length() > 100) {
            return Optional.empty();
        }
        var place = Optional.ofNullable(transaction.execute(status -> reports.behind(Token.hash(secret))))
                .flatMap(each -> each);
        return place.flatMap(each -> Tenant.in(
                each.brand(),
                () -> Optional.ofNullable(transaction.execute(status -> reports.get(each.report())))
                        .flatMap(found -> found)
                        .map(report -> new Opened(branding.current(), report))));
    }
}
