package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks stories: seen by a member, saved or dismissed for the whole brand. All of it can be taken back. */
@Component
public class Picking {

    private final StoryMarks marks;
    private final Clock clock;

    Picking(StoryMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Any member may, for themselves. A story that grows afterwards has {@link Story.Marks#fresh} items. */
    @Transactional
    public void seen(Seat seat, Collection<StoryId> stories) {
        marks.seen(stories, seat.member(), clock.instant());
    }

    @Transactional
    public void unseen(Seat seat, Collection<StoryId> stories) {
        marks.unseen(stories, seat.member());
    }

    /** @return how many there are of these */
    @Transactional
    public int save(Seat seat, Collection<StoryId> stories, boolean saved) {
        seat.needs(Right.WRITE);
        return marks.saved(stories, seat.member(), saved ? clock.instant() : null);
    }

    /** @return how many there are of these */
    @Transactional
    public int dismiss(Seat seat, Collection<StoryId> stories, boolean dismissed) {
        seat.needs(Right.WRITE);
        return marks.dismissed(stories, seat.member(), dismissed ? clock.instant() : null);
    }
}
