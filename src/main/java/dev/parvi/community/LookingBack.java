package dev.parvi.community;

import dev.parvi.community.Conflict.LookBack;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A week after a conflict has ended: did the people come back, and in which mood? */
@Component
class LookingBack {

    private static final int AT_ONCE = 200;

    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final Changes changes;
    private final Clock clock;

    LookingBack(Conflicts conflicts, ConflictPeople people, Changes changes, Clock clock) {
        this.conflicts = conflicts;
        this.people = people;
        this.changes = changes;
        this.clock = clock;
    }

    /** In the brand whose scope it is; at most {@value #AT_ONCE}, the rest next time. */
    @Transactional
    public void look() {
        var now = clock.instant();
        for (var conflict : conflicts.due(now, AT_ONCE)) {
            var closing = conflict.closing();
            var lookBack = conflict.lookBack();
            if (closing != null && lookBack != null) {
                people.lookBack(conflict.id(), closing.at(), now);
                conflicts.put(conflict.looked(new LookBack(lookBack.due(), now, null)));
                changes.changed(List.of(conflict.conversation()));
            }
        }
    }
}
