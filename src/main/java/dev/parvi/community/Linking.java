package dev.parvi.community;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members say who is whom: the desk itself never guesses that two profiles are one person. Each such act can be undone. */
@Component
public class Linking {

    private final Dossiers dossiers;
    private final PersonActs acts;
    private final Audit audit;
    private final Clock clock;

    Linking(Dossiers dossiers, PersonActs acts, Audit audit, Clock clock) {
        this.dossiers = dossiers;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * These two, and whoever either was joined with, are the same person.
     *
     * @return the number of the act, for {@link #undo}
     * @throws NoSuchPerson where one isn't there, or was erased
     */
    @Transactional
    public long join(Seat seat, long one, long other) {
        seat.needs(Right.MODERATE);
        there(one);
        there(other);
        var now = clock.instant();
        var act = acts.add(seat.member(), "JOINED", List.of(one, other), now);
        dossiers.join(one, other, now);
        audit.note(seat, "community.person.joined", one + ", " + other, "");
        return act;
    }

    /**
     * This profile is somebody else's after all.
     *
     * @return the number of the act, for {@link #undo}
     */
    @Transactional
    public long part(Seat seat, long profile) {
        seat.needs(Right.MODERATE);
        there(profile);
        var act = acts.add(seat.member(), "PARTED", List.of(profile), clock.instant());
        dossiers.part(profile);
        audit.note(seat, "community.person.parted", Long.toString(profile), "");
        return act;
    }

    /**
     * Puts back what an act changed, where nobody has changed it since.
     *
     * @return false where it was undone before, isn't there, or those it was about have since been linked otherwise
     */
    @Transactional
    public boolean undo(Seat seat, long act) {
        seat.needs(Right.MODERATE);
        var undone = acts.undo(act, clock.instant());
        if (undone) {
            audit.note(seat, "community.person.unlinked", Long.toString(act), "");
        }
        return undone;
    }

    private void there(long profile) {
        if (!dossiers.known(profile)) {
            throw new NoSuchPerson(profile);
        }
    }
}
