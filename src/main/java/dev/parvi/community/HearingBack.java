package dev.parvi.community;

import dev.parvi.platform.Tenant;
import dev.parvi.publishing.DeliveryStopped;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer that goes no further by itself is shown so at once, where its conversation is open before somebody. */
@Component
class HearingBack {

    private static final Logger LOG = LoggerFactory.getLogger(HearingBack.class);

    private final OwnAnswers answers;
    private final Changes changes;
    private final TransactionTemplate transaction;

    HearingBack(OwnAnswers answers, Changes changes, TransactionTemplate transaction) {
        this.answers = answers;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** The publisher must not suffer from a page that couldn't be told. */
    @EventListener
    void on(DeliveryStopped stopped) {
        try {
            Tenant.run(
                    stopped.brand(),
                    () -> transaction.executeWithoutResult(status -> answers.of(stopped.delivery())
                            .ifPresent(answer -> changes.changed(List.of(answer.conversation())))));
        } catch (RuntimeException e) {
            LOG.warn("Open pages were not told that delivery {} stopped", stopped.delivery(), e);
        }
    }
}
