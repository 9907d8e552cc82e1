package dev.parvi.team;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what in a brand. */
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
}
