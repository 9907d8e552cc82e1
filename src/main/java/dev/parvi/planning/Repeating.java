package dev.parvi.planning;

import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a planned post come again: copies are made a week ahead, each a post of its own that may be changed. */
@Component
public class Repeating {

    static final int MOST_DAYS = 366;

    private final Repeats repeats;
    private final Plans plans;
    private final Clock clock;

    Repeating(Repeats repeats, Plans plans, Clock clock) {
        this.repeats = repeats;
        this.plans = plans;
        this.clock = clock;
    }

    /** How a post comes again, if it does. */
    @Transactional(readOnly = true)
    public Optional<Repeat> of(PostId post) {
        return repeats.of(post);
    }

    /**
     * From the time the post is planned for, on the same clock.
     *
     * @throws CannotPlan where the post isn't planned, or the days or the end make no sense
     */
    @Transactional
    public void set(Seat seat, PostId post, int everyDays, LocalDate until) {
        seat.needs(Right.WRITE);
        if (everyDays < 1 || everyDays > MOST_DAYS) {
            throw new CannotPlan("planning.repeat.baddays", "most", MOST_DAYS);
        }
        var time = plans.locked(post).stream()
                .filter(Plan::planned)
                .map(Plan::must)
                .findFirst()
                .orElseThrow(() -> new CannotPlan("planning.repeat.notplanned"));
        var repeat = first(seat, post, time.wall(), everyDays, until);
        if (repeat.over()
                || until.isAfter(
                        LocalDate.ofInstant(clock.instant(), repeat.zone()).plusYears(3))) {
            throw new CannotPlan("planning.repeat.baduntil");
        }
        repeats.put(repeat);
    }

    @Transactional
    public void stop(Seat seat, PostId post) {
        seat.needs(Right.WRITE);
        repeats.remove(post);
    }

    /** A post that went out long ago begins to repeat with the first time that is still to come. */
    private Repeat first(Seat seat, PostId post, WallTime wall, int everyDays, LocalDate until) {
        var now = WallTime.of(clock.instant(), wall.zone()).local();
        var next = wall.local().plusDays(everyDays);
        while (!next.isAfter(now)) {
            next = next.plusDays(everyDays);
        }
        return new Repeat(post, everyDays, until, next, wall.zone(), seat.member());
    }
}
