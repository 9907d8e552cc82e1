package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** While a case cools off nobody answers alone: a second person looks, or the time passes. */
@Component
class CoolingOff implements Caution {

    private final Conflicts conflicts;
    private final Clock clock;

    CoolingOff(Conflicts conflicts, Clock clock) {
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @Override
    public boolean needsSecond(ConversationId conversation) {
        return conflicts
                .on(conversation)
                .filter(each -> each.cools(clock.instant()))
                .isPresent();
    }
}
