package dev.parvi.publishing;

import dev.parvi.connector.Sent;
import dev.parvi.planning.Sealing;
import dev.parvi.publishing.Courier.Record;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Step three of the ledger: writes down what attempts came to, many in one transaction, then tells of it. */
@Component
class Recording {

    private final Outcomes outcomes;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Steps steps;

    Recording(
            Outcomes outcomes,
            Sealing sealing,
            @Qualifier("worker") TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Steps steps) {
        this.outcomes = outcomes;
        this.sealing = sealing;
        this.transaction = transaction;
        this.events = events;
        this.steps = steps;
    }

    /** Writes all of them or none. */
    void record(List<Record> records) {
        if (records.isEmpty()) {
            return;
        }
        steps.at(Step.BEFORE_RECORD);
        transaction.executeWithoutResult(status -> write(records));
        steps.at(Step.RECORDED);
        for (var each : records) {
            tell(each);
        }
    }

    private void write(List<Record> records) {
        outcomes.write(records);
        outcomes.startNextParts(records.stream().filter(Recording::published).toList());
        outcomes.hold(records.stream()
                .filter(each -> each.verdict().holdUntil() != null)
                .toList());
        // A refused first part went nowhere, so the version may be changed and tried again.
        sealing.release(records.stream()
                .filter(each -> each.verdict().state() == DeliveryState.FAILED
                        && each.claim().part() == 0)
                .map(each -> each.claim().version())
                .filter(Objects::nonNull)
                .toList());
    }

    private void tell(Record each) {
        var claim = each.claim();
        var verdict = each.verdict();
        if (verdict.sent() != null) {
            events.publishEvent(out(claim, verdict.sent()));
        } else if (verdict.state().needsPerson() || verdict.state() == DeliveryState.PENDING) {
            events.publishEvent(new DeliveryStopped(claim.brand(), claim.delivery(), claim.account(), verdict.state()));
        }
        if (verdict.lost() && verdict.fault() != null) {
            events.publishEvent(new PermissionLost(claim.brand(), claim.account(), verdict.fault()));
        }
    }

    private static Object out(Claim claim, Sent sent) {
        return claim.parcel().answered() == null
                ? new PostPublished(
                        claim.brand(), claim.delivery(), claim.version(), claim.account(), claim.part(), sent)
                : new AnswerPublished(claim.brand(), claim.delivery(), claim.account(), sent);
    }

    private static boolean published(Record each) {
        return each.verdict().state() == DeliveryState.PUBLISHED && each.claim().version() != null;
    }
}
