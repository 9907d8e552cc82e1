package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What changes because time has passed: what was snoozed comes back, and a promise that was not kept makes urgent. */
@Component
class Waking {

    private static final int AT_ONCE = 1_000;

    private final Conversations conversations;
    private final Changes changes;
    private final Clock clock;

    Waking(Conversations conversations, Changes changes, Clock clock) {
        this.conversations = conversations;
        this.changes = changes;
        this.clock = clock;
    }

    /** In the brand whose scope it is; at most 1,000 of each kind, the rest next time. */
    @Transactional
    public void wake() {
        var now = clock.instant();
        var touched = new ArrayList<>(conversations.wake(now, AT_ONCE));
        var late = conversations.late(now, AT_ONCE);
        conversations.rank(late, Promises.USUAL_MINUTES, now);
        touched.addAll(late);
        changes.changed(touched.stream().distinct().map(ConversationId::new).toList());
    }
}
