package dev.parvi.publishing;

import dev.parvi.connector.Sent;
import dev.parvi.planning.Sealing;
import dev.parvi.publishing.Courier.Record;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.BrandId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Step three of the ledger: writes down what attempts came to, many in one transaction, and tells of it. */
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

    /** Writes all of them or none, and tells at once of what stopped; {@link #tell} tells of what is out. */
    void record(List<Record> records) {
        if (records.isEmpty()) {
            return;
        }
        steps.at(Step.BEFORE_RECORD);
        transaction.executeWithoutResult(status -> write(records));
        steps.at(Step.RECORDED);
        records.forEach(this::tellOfStop);
    }

    /** Tells of those that are out, which were written down before: each brand's posts together, each answer by itself. */
    void tell(List<Record> records) {
        var posts = new LinkedHashMap<BrandId, List<Out>>();
        for (var each : records) {
            var claim = each.claim();
            var sent = each.verdict().sent();
            if (sent != null && claim.parcel().answered() == null) {
                posts.computeIfAbsent(claim.brand(), brand -> new ArrayList<>()).add(out(each, sent));
            } else if (sent != null) {
                events.publishEvent(new AnswerPublished(claim.brand(), claim.delivery(), claim.account(), sent));
            }
        }
        posts.forEach((brand, those) -> events.publishEvent(new PostsPublished(brand, those)));
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

    private void tellOfStop(Record each) {
        var claim = each.claim();
        var verdict = each.verdict();
        if (verdict.sent() == null && (verdict.state().needsPerson() || verdict.state() == DeliveryState.PENDING)) {
            events.publishEvent(new DeliveryStopped(claim.brand(), claim.delivery(), claim.account(), verdict.state()));
        }
        if (verdict.lost() && verdict.fault() != null) {
            events.publishEvent(new PermissionLost(claim.brand(), claim.account(), verdict.fault()));
        }
    }

    private static Out out(Record each, Sent sent) {
        var claim = each.claim();
        return new Out(claim.delivery(), claim.version(), claim.account(), claim.part(), false, sent, each.ended());
    }

    private static boolean published(Record each) {
        return each.verdict().state() == DeliveryState.PUBLISHED && each.claim().version() != null;
    }
}
