package dev.parvi.analysis;

import dev.parvi.analysis.Circular.Sent;
import dev.parvi.audience.Campaign;
import dev.parvi.audience.CampaignChanged;
import dev.parvi.audience.Campaigning;
import dev.parvi.brand.BrandChanged;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Letters;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets which reports are mailed when and to whom: a manager's, since it leaves the house. */
@Component
public class Circulating {

    private static final int LETTERS = 60;

    private final Circulars circulars;
    private final CircularLetters circularLetters;
    private final Campaigning campaigning;
    private final Branding branding;
    private final Letters letters;
    private final Audit audit;
    private final Clock clock;

    Circulating(
            Circulars circulars,
            CircularLetters circularLetters,
            Campaigning campaigning,
            Branding branding,
            Letters letters,
            Audit audit,
            Clock clock) {
        this.circulars = circulars;
        this.circularLetters = circularLetters;
        this.campaigning = campaigning;
        this.branding = branding;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All there is to see.
     *
     * @param mails whether the desk can send mail at all
     */
    public record Board(List<Circular> circulars, List<Sent> sent, List<Campaign> campaigns, boolean mails) {}

    @Transactional(readOnly = true)
    public Board board(Seat seat) {
        seat.needs(Right.MANAGE);
        return new Board(circulars.all(), circularLetters.latest(LETTERS), campaigning.known(), letters.set());
    }

    /** @throws NoSuchReport where there is none */
    @Transactional(readOnly = true)
    public Circular one(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        return circulars.get(id).orElseThrow(NoSuchReport::new);
    }

    /** What is wrong with it: by field, the key of a message. */
    @Transactional(readOnly = true)
    public Map<String, String> faults(Seat seat, TypedCircular typed) {
        seat.needs(Right.MANAGE);
        var faults = new HashMap<>(typed.faults());
        var campaign = typed.campaignId();
        if (campaign != null && !faults.containsKey("campaign")) {
            var days = days(campaign);
            if (days == null || days.last().isBefore(today())) {
                faults.put("campaign", "analysis.circular.fault.campaign" + (days == null ? "" : ".over"));
            }
        }
        return faults;
    }

    /** @param typed without {@link #faults} */
    @Transactional
    public long add(Seat seat, TypedCircular typed) {
        seat.needs(Right.MANAGE);
        var circular = typed.circular(0, seat.member().value());
        var id = circulars.add(planned(circular));
        audit.note(seat, "circular.set", circular.title(), String.join(", ", circular.reading()));
        return id;
    }

    /** @param typed without {@link #faults}. What was stopped goes on. */
    @Transactional
    public void change(Seat seat, long id, TypedCircular typed) {
        seat.needs(Right.MANAGE);
        var before = circulars.get(id).orElseThrow(NoSuchReport::new);
        var circular = typed.circular(id, before.madeBy());
        circulars.keep(planned(circular));
        audit.note(seat, "circular.changed", circular.title(), String.join(", ", circular.reading()));
    }

    @Transactional
    public void stop(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var circular = circulars.get(id).orElseThrow(NoSuchReport::new);
        circulars.next(id, null);
        audit.note(seat, "circular.stopped", circular.title(), "");
    }

    /** From the next time on. */
    @Transactional
    public void resume(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var circular = circulars.get(id).orElseThrow(NoSuchReport::new);
        circulars.next(id, next(circular, branding.current().zone()));
        audit.note(seat, "circular.resumed", circular.title(), "");
    }

    @Transactional
    public void remove(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        var circular = circulars.get(id).orElseThrow(NoSuchReport::new);
        circulars.remove(id);
        audit.note(seat, "circular.removed", circular.title(), "");
    }

    private Circular planned(Circular circular) {
        return new Circular(
                circular.id(),
                circular.title(),
                circular.kind(),
                circular.weekday(),
                circular.monthDay(),
                circular.campaign(),
                circular.running(),
                circular.at(),
                circular.language(),
                circular.sides(),
                circular.madeBy(),
                next(circular, branding.current().zone()),
                "",
                circular.readers());
    }

    @Nullable
    Instant next(Circular circular, ZoneId zone) {
        var campaign = circular.campaign();
        return Round.next(circular, campaign == null ? null : days(campaign), zone, clock.instant());
    }

    private @Nullable Round days(long campaign) {
        return campaigning.known().stream()
                .filter(each -> each.id() == campaign)
                .map(each -> new Round(each.begins(), each.ends()))
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), branding.current().zone());
    }

    /** The hour stays the hour. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BrandChanged said) {
        if (said.movedZone()) {
            circulars.all().stream()
                    .filter(each -> each.next() != null)
                    .forEach(each -> circulars.next(each.id(), next(each, said.zone())));
        }
    }

    /** It goes out when the campaign ends, whenever that is now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CampaignChanged said) {
        circulars.all().stream()
                .filter(each -> each.campaign() != null && each.campaign() == said.campaign() && each.next() != null)
                .forEach(each ->
                        circulars.next(each.id(), next(each, branding.current().zone())));
    }
}
