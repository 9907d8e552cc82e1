package dev.parvi.community;

import dev.parvi.community.Conversation.State;
import dev.parvi.community.Handlings.Handled;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Audit;
import dev.parvi.team.NotAMember;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works through conversations, one or many at once; each act can be undone by its number. */
@Component
public class Handling {

    private final Handlings handlings;
    private final Staffing staffing;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    Handling(Handlings handlings, Staffing staffing, Changes changes, Audit audit, Clock clock) {
        this.handlings = handlings;
        this.staffing = staffing;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param number by which it's undone
     * @param n how many conversations it's about
     */
    public record Done(long number, int n) {}

    @Transactional
    public Done finish(Seat seat, List<ConversationId> ids) {
        seat.needs(Right.MODERATE);
        return told(ids, handlings.state(ids, State.DONE, null, "DONE", seat.member(), clock.instant()));
    }

    @Transactional
    public Done open(Seat seat, List<ConversationId> ids) {
        seat.needs(Right.MODERATE);
        return told(ids, handlings.state(ids, State.OPEN, null, "OPENED", seat.member(), clock.instant()));
    }

    /**
     * Lets them rest; they come back when the time has come, or when somebody speaks.
     *
     * @throws IllegalArgumentException for a time that has passed
     */
    @Transactional
    public Done snooze(Seat seat, List<ConversationId> ids, Instant until) {
        seat.needs(Right.MODERATE);
        if (!until.isAfter(clock.instant())) {
            throw new IllegalArgumentException("That time has passed");
        }
        return told(ids, handlings.state(ids, State.SNOOZED, until, "SNOOZED", seat.member(), clock.instant()));
    }

    /**
     * Gives them to somebody, or to {@link Conversation#NOBODY}.
     *
     * @throws NotAMember for somebody who isn't in the brand, or couldn't work on them
     */
    @Transactional
    public Done assign(Seat seat, List<ConversationId> ids, MemberId to) {
        seat.needs(Right.MODERATE);
        var name = to.equals(Conversation.NOBODY)
                ? ""
                : staffing.colleagues(seat).stream()
                        .filter(each -> each.member().id().equals(to) && Right.MODERATE.of(each.roles()))
                        .map(each -> each.member().name())
                        .findFirst()
                        .orElseThrow(() -> new NotAMember(to));
        var done = handlings.assign(ids, to, seat.member(), clock.instant());
        if (done.done() > 0) {
            audit.note(seat, "community.assigned", name, Integer.toString(done.done()));
        }
        return told(ids, done);
    }

    /** @return how many conversations stand as before; 0 where it was undone already */
    @Transactional
    public int undo(Seat seat, long number) {
        seat.needs(Right.MODERATE);
        var undone = handlings.undo(number, clock.instant());
        undone.ifPresent(each -> changes.changed(each.conversations()));
        return undone.map(each -> each.conversations().size()).orElse(0);
    }

    private Done told(List<ConversationId> ids, Handled handled) {
        changes.changed(ids);
        return new Done(handled.id(), handled.done());
    }
}
