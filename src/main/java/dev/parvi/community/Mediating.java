package dev.parvi.community;

import dev.parvi.community.Conflict.Cooling;
import dev.parvi.community.Conflict.Pledge;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works on a case: what it's about, who is in it, what is known, what was promised, how it cools off. What is refused is told as
 * message keys by field. Each method throws {@link CaseMoved} where the case isn't worked on any more.
 */
@Component
public class Mediating {

    /** The longest wait. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(14);

    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final ConflictFacts facts;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    Mediating(
            Conflicts conflicts,
            ConflictPeople people,
            ConflictFacts facts,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.conflicts = conflicts;
        this.people = people;
        this.facts = facts;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param in a comment of each who is in it */
    @Transactional
    public Map<String, String> describe(Seat seat, long id, Severity severity, String about, List<Long> in) {
        seat.needs(Right.MODERATE);
        if (about.strip().length() > Reconciling.LONGEST) {
            return Map.of("about", "community.conflict.fault.long");
        }
        var conflict = held(id).described(severity, Clean.text(about.strip(), Reconciling.LONGEST));
        conflicts.put(conflict);
        people.put(id, in);
        audit.note(seat, "community.conflict.described", Long.toString(id), severity.name());
        changed(conflict);
        return Map.of();
    }

    /** @param profile whom it's about; 0 for nobody in particular */
    @Transactional
    public Map<String, String> know(Seat seat, long id, String text, long profile) {
        seat.needs(Right.MODERATE);
        var said = text.strip();
        if (said.isEmpty()) {
            return Map.of("fact", "community.conflict.fault.fact");
        }
        if (said.length() > Reconciling.LONGEST) {
            return Map.of("fact", "community.conflict.fault.long");
        }
        var conflict = working(id);
        var about = people.of(id).stream()
                .map(Involved::profile)
                .filter(each -> each == profile)
                .findFirst();
        facts.add(id, about.orElse(0L), Clean.text(said, Reconciling.LONGEST), seat.member(), clock.instant());
        audit.note(seat, "community.conflict.fact", Long.toString(id), "");
        changed(conflict);
        return Map.of();
    }

    @Transactional
    public void unknow(Seat seat, long id, long fact) {
        seat.needs(Right.MODERATE);
        var conflict = working(id);
        facts.drop(id, fact);
        audit.note(seat, "community.conflict.unfact", Long.toString(id), "");
        changed(conflict);
    }

    /** @param by null for no time; {@link Instant#EPOCH} for something that is no time */
    @Transactional
    public Map<String, String> promise(Seat seat, long id, String text, @Nullable Instant by) {
        seat.needs(Right.MODERATE);
        var said = text.strip();
        if (said.isEmpty()) {
            return Map.of("promise", "community.conflict.fault.promise");
        }
        if (said.length() > Reconciling.LONGEST) {
            return Map.of("promise", "community.conflict.fault.long");
        }
        if (by != null && !by.isAfter(clock.instant())) {
            return Map.of("by", "community.conflict.fault.by");
        }
        var conflict = held(id).promising(new Pledge(Clean.text(said, Reconciling.LONGEST), by, null));
        conflicts.put(conflict);
        audit.note(seat, "community.conflict.promised", Long.toString(id), by == null ? "" : by.toString());
        changed(conflict);
        return Map.of();
    }

    /** What was promised is done. */
    @Transactional
    public void kept(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        var conflict = held(id);
        var pledge = conflict.pledge();
        if (pledge == null || pledge.keptAt() != null) {
            throw new CaseMoved(id);
        }
        conflicts.put(conflict.promising(new Pledge(pledge.text(), pledge.by(), clock.instant())));
        audit.note(seat, "community.conflict.kept", Long.toString(id), "");
        changed(conflict);
    }

    /**
     * @param second whether each answer needs a second person
     * @param wait how long nobody answers alone; null for not at all
     */
    @Transactional
    public Map<String, String> cool(Seat seat, long id, boolean second, @Nullable Duration wait) {
        seat.needs(Right.MODERATE);
        if (wait != null && (wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST_WAIT) > 0)) {
            return Map.of("wait", "community.conflict.fault.wait");
        }
        var until = wait == null ? null : clock.instant().plus(wait);
        var conflict = held(id).cooling(new Cooling(second, until));
        conflicts.put(conflict);
        audit.note(
                seat,
                "community.conflict.cooled",
                Long.toString(id),
                second ? "2" : until == null ? "" : until.toString());
        changed(conflict);
        return Map.of();
    }

    private Conflict held(long id) {
        return conflicts.held(id).orElseThrow(() -> new NoSuchConversation("case " + id));
    }

    private Conflict working(long id) {
        var conflict = held(id);
        if (conflict.state() != Conflict.State.OPEN) {
            throw new CaseMoved(id);
        }
        return conflict;
    }

    private void changed(Conflict conflict) {
        changes.changed(List.of(conflict.conversation()));
    }
}
