package dev.parvi.team;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what in a brand, and shows it to its managers. */
@Component
public class Audit {

    private final Entries entries;
    private final Clock clock;

    Audit(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Call it in the transaction of what was done, so that either both are kept or none.
     *
     * @param what a key whose words stand in the bundles as {@code audit.<what>}: {@code planning.post.scheduled}
     * @param subject what it was done to, short, as people name it
     * @param detail more about it, or empty; cut at 2,000 characters; nothing secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Seat seat, String what, String subject, String detail) {
        entries.add(seat, what, subject, detail, clock.instant());
    }

    /**
     * Takes the words out of entries about somebody who asked to be forgotten; who did what, and when, stays. Joins the
     * transaction in which they are.
     *
     * @param room the beginning of the keys it's about: {@code community.}
     * @param subjects as the entries name them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String room, Collection<String> subjects) {
        entries.forget(room, subjects);
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one seen; {@link Long#MAX_VALUE} to begin
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<Entry> page(Seat seat, long before, int most) {
        seat.needs(Right.MANAGE);
        return entries.before(before, most);
    }
}
