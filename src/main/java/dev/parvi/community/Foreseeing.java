package dev.parvi.community;

import dev.parvi.community.Conflict.State;
import dev.parvi.community.Friction.Line;
import dev.parvi.shared.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a case where negative and offensive words gather, as soon as they are understood; {@link Friction} has the rule. */
@Component
class Foreseeing {

    /** What is older when it's heard is no longer a fire to be put out. */
    private static final Duration RECENT = Duration.ofDays(3);

    private final Frictions frictions;
    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final Conversations conversations;
    private final Changes changes;
    private final Clock clock;

    Foreseeing(
            Frictions frictions,
            Conflicts conflicts,
            ConflictPeople people,
            Conversations conversations,
            Changes changes,
            Clock clock) {
        this.frictions = frictions;
        this.conflicts = conflicts;
        this.people = people;
        this.conversations = conversations;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CommentsUnderstood understood) {
        frictions
                .around(understood.comments(), clock.instant().minus(RECENT))
                .forEach((conversation, lines) ->
                        Friction.of(lines).ifPresent(heat -> propose(conversation, lines, heat)));
    }

    private void propose(ConversationId conversation, List<Line> lines, Heat heat) {
        var known = conflicts.live(conversation);
        if (known.isPresent()) {
            if (known.get().state() == State.PROPOSED) {
                conflicts.put(known.get().hotter(heat));
                people.add(known.get().id(), List.copyOf(Friction.heated(lines).keySet()));
            }
            return;
        }
        conflicts
                .add(conversation, State.PROPOSED, heat.severity(), heat, clock.instant())
                .ifPresent(id -> {
                    people.put(id, List.copyOf(Friction.heated(lines).keySet()));
                    conversations.conflict(conversation, true, clock.instant());
                    changes.changed(List.of(conversation));
                });
    }
}
