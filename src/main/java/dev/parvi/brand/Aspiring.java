package dev.parvi.brand;

import dev.parvi.brand.Goal.Reading;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.GoalId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets goals, and keeps what their measures stood at where nothing else does. How far they are, the room of results says. */
@Component
public class Aspiring {

    private final Goals goals;
    private final Audit audit;
    private final Clock clock;

    Aspiring(Goals goals, Audit audit, Clock clock) {
        this.goals = goals;
        this.audit = audit;
        this.clock = clock;
    }

    /** The company's first; any member may look. In the brand whose scope it is. */
    @Transactional(readOnly = true)
    public List<Goal> all() {
        return goals.all();
    }

    @Transactional(readOnly = true)
    public Optional<Goal> get(GoalId id) {
        return goals.get(id);
    }

    @Transactional(readOnly = true)
    public List<Reading> readings(GoalId id) {
        return goals.readings(id);
    }

    /** @param typed without faults */
    @Transactional
    public GoalId add(Seat seat, TypedGoal typed) {
        seat.needs(Right.MANAGE);
        var goal = goal(new GoalId(0), typed);
        var id = goals.add(goal, seat.member(), clock.instant());
        audit.note(seat, "goal.set", goal.name(), told(goal));
        return id;
    }

    /**
     * @param typed without faults
     * @throws NoSuchGoal where there is none
     */
    @Transactional
    public void change(Seat seat, GoalId id, TypedGoal typed) {
        seat.needs(Right.MANAGE);
        var before = found(id);
        var goal = goal(id, typed);
        goals.change(goal);
        if (before.measure() != goal.measure()) {
            goals.forget(id);
        }
        audit.note(seat, "goal.changed", goal.name(), told(before) + " → " + told(goal));
    }

    /** Nobody works for it any more; what came of it stays. */
    @Transactional
    public void end(Seat seat, GoalId id) {
        seat.needs(Right.MANAGE);
        var goal = found(id);
        goals.end(id, clock.instant());
        audit.note(seat, "goal.ended", goal.name(), "");
    }

    @Transactional
    public void resume(Seat seat, GoalId id) {
        seat.needs(Right.MANAGE);
        var goal = found(id);
        goals.end(id, null);
        audit.note(seat, "goal.resumed", goal.name(), "");
    }

    /** What somebody measured elsewhere; said again of the same day, it's the later word that counts. */
    @Transactional
    public void read(Seat seat, GoalId id, Reading reading) {
        seat.needs(Right.WRITE);
        var goal = found(id);
        if (goal.measure().source() != Measure.Source.TYPED) {
            throw new IllegalArgumentException("Nobody types " + goal.measure());
        }
        goals.read(id, reading, seat.member(), clock.instant());
    }

    /** What the desk itself read, for measures that have no history of their own. In the brand whose scope it is. */
    @Transactional
    public void keep(GoalId id, Reading reading) {
        goals.read(id, reading, null, clock.instant());
    }

    /** @param since null where it's on its path again */
    @Transactional
    public void behind(GoalId id, @Nullable Instant since) {
        goals.behind(id, since);
    }

    private Goal found(GoalId id) {
        return goals.get(id).orElseThrow(() -> new NoSuchGoal(id));
    }

    /** An account's may work for one of the company's that is there; nothing else is a goal above. */
    private Goal goal(GoalId id, TypedGoal typed) {
        var account = typed.account().isEmpty() ? null : new AccountId(Long.parseLong(typed.account()));
        var above = typed.above().isEmpty() || account == null
                ? null
                : goals.get(new GoalId(Long.parseLong(typed.above())))
                        .filter(Goal::company)
                        .filter(each -> !each.id().equals(id))
                        .map(Goal::id)
                        .orElse(null);
        return new Goal(
                id,
                account,
                above,
                typed.name().strip(),
                typed.chosen().orElseThrow(),
                TypedGoal.number(typed.baseline()).orElse(0.0),
                TypedGoal.number(typed.target()).orElseThrow(),
                TypedGoal.day(typed.from()).orElseThrow(),
                TypedGoal.day(typed.due()).orElseThrow(),
                typed.note().strip(),
                null,
                null);
    }

    private static String told(Goal goal) {
        return TypedGoal.plain(goal.target()) + ", " + goal.due();
    }
}
