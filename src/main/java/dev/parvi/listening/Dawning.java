package dev.parvi.listening;

import dev.parvi.brand.BrandChanged;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Mails;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hour at which the morning's mail goes out: a manager chooses it, in the brand's zone, and everybody whether they want it.
 * Where clocks jump over the hour it goes out as much later as they jump, where it comes twice the first time.
 */
@Component
public class Dawning {

    /** What is later than this, after an outage, is no morning's mail any more. */
    static final Duration LATE = Duration.ofHours(4);

    private final Mornings mornings;
    private final Branding branding;
    private final Mails mails;
    private final Clock clock;

    Dawning(Mornings mornings, Branding branding, Mails mails, Clock clock) {
        this.mornings = mornings;
        this.branding = branding;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Morning morning(Seat seat) {
        var readers = mornings.readers();
        return mornings.chosen()
                .map(chosen -> new Morning(
                        chosen.at(), chosen.next(), readers.contains(seat.member()), readers.size(), mails.set()))
                .orElseGet(() -> new Morning(Morning.USUAL, null, false, 0, mails.set()));
    }

    /** From the next such hour on; who turns it on gets it, too. */
    @Transactional
    public void set(Seat seat, LocalTime at, boolean on) {
        seat.needs(Right.MANAGE);
        var first = mornings.locked().isEmpty();
        mornings.put(at, on ? next(at, branding.current().zone(), clock.instant()) : null);
        if (on && first) {
            mornings.add(seat.member());
        }
    }

    /** Everybody for themselves. */
    @Transactional
    public void want(Seat seat, boolean wanted) {
        if (wanted) {
            mornings.add(seat.member());
        } else {
            mornings.remove(seat.member());
        }
    }

    /** The brands whose hour has come; outside any brand's scope. */
    public List<BrandId> due() {
        return mornings.due(clock.instant());
    }

    /**
     * Takes today's mail in the brand whose scope it is. Queue the mails in the same transaction: then they go out once, whoever
     * else asks and whenever somebody dies.
     *
     * @return who gets it; empty where somebody else took it, or where it's too late for a morning
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MemberId> take() {
        var now = clock.instant();
        var chosen = mornings.locked().orElse(null);
        if (chosen == null || chosen.next() == null || chosen.next().isAfter(now)) {
            return List.of();
        }
        mornings.put(chosen.at(), next(chosen.at(), branding.current().zone(), now));
        return chosen.next().plus(LATE).isBefore(now) ? List.of() : mornings.readers();
    }

    /** The hour stays the hour. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BrandChanged said) {
        if (said.movedZone()) {
            mornings.locked()
                    .filter(chosen -> chosen.next() != null)
                    .ifPresent(chosen -> mornings.put(chosen.at(), next(chosen.at(), said.zone(), clock.instant())));
        }
    }

    /** The next instant after now at which the clock on the wall shows that time. */
    static Instant next(LocalTime at, ZoneId zone, Instant now) {
        var date = LocalDate.ofInstant(now, zone);
        var today = instant(date, at, zone);
        return today.isAfter(now) ? today : instant(date.plusDays(1), at, zone);
    }

    private static Instant instant(LocalDate date, LocalTime at, ZoneId zone) {
        return new WallTime(date.atTime(at), zone).read(WallTime.Choice.FIRST).instant();
    }
}
