package dev.parvi.publishing;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Publishes;
import dev.parvi.connector.Replies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Step two of the ledger: carries one claimed delivery to its network, outside any transaction. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Connectors connectors;
    private final Clock clock;
    private final Steps steps;
    private final Judging judging = new Judging(RandomGenerator.getDefault());

    Courier(Connectors connectors, Clock clock, Steps steps) {
        this.connectors = connectors;
        this.clock = clock;
        this.steps = steps;
    }

    /** Reads back where that must come first, sends where it's surely absent. Call it at the claim's instant, not before. */
    Record carry(Claim claim, @Nullable Access access) {
        var begun = clock.instant();
        if (begun.isAfter(claim.leaseUntil())) {
            return giveBack(claim);
        }
        if (access == null) {
            var gone = new Fault("account.gone", "");
            return new Record(claim, null, "", Verdict.ended(DeliveryState.FAILED, "REJECTED", gone), begun);
        }
        try {
            return carried(claim, access, begun);
        } catch (RuntimeException e) {
            LOG.warn("Delivery {} met a fault of our own", claim.delivery(), e);
            var fault = new Fault("desk", e.getClass().getSimpleName());
            return new Record(claim, begun, "", judge(claim, new PublishOutcome.Unknown(fault)), clock.instant());
        }
    }

    /** No call was begun: it may be claimed again at once. */
    Record giveBack(Claim claim) {
        var now = clock.instant();
        return new Record(claim, null, "", Verdict.again("NOT_BEGUN", now, claim.lookFirst(), null), now);
    }

    private Record carried(Claim claim, Access access, Instant begun) {
        var looked = "";
        if (claim.lookFirst()) {
            steps.at(Step.BEFORE_LOOK);
            var finding = look(claim, access);
            if (!(finding instanceof Finding.Absent)) {
                var name = finding instanceof Finding.Found ? "FOUND" : "CANNOT_TELL";
                var now = clock.instant();
                return new Record(claim, begun, name, judging.of(finding, claim.attempt(), now), now);
            }
            looked = "ABSENT";
            if (claim.late()) {
                var now = clock.instant();
                return new Record(
                        claim, begun, looked, Verdict.ended(DeliveryState.LATE, "LATE", new Fault("late", "")), now);
            }
        }
        steps.at(Step.BEFORE_CALL);
        var outcome = send(claim, access);
        steps.at(Step.AFTER_CALL);
        return new Record(claim, begun, looked, judge(claim, outcome), clock.instant());
    }

    private PublishOutcome send(Claim claim, Access access) {
        var parcel = claim.parcel();
        if (parcel.answered() == null) {
            return connectors.as(Publishes.class, claim.network()).orElseThrow().publish(access, parcel);
        }
        return connectors
                .as(Replies.class, claim.network())
                .map(replies -> replies.reply(access, parcel))
                .orElseGet(() -> new PublishOutcome.Rejected(new Fault("reply.none", "")));
    }

    private Finding look(Claim claim, Access access) {
        return connectors
                .as(Finds.class, claim.network())
                .map(finds -> finds.find(access, claim.parcel()))
                .orElseGet(() -> new Finding.CannotTell(new Fault("find.none", "")));
    }

    private Verdict judge(Claim claim, PublishOutcome outcome) {
        var now = clock.instant();
        var descriptor = connectors.descriptor(claim.network());
        var settled = descriptor.dedupes() ? now : now.plus(most(Duration.between(now, claim.deadline())));
        var finds = connectors.as(Finds.class, claim.network()).isPresent();
        return judging.of(outcome, claim.attempt(), now, settled, finds);
    }

    private static Duration most(Duration left) {
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What an attempt came to, to be written down. */
    record Record(Claim claim, @Nullable Instant begun, String looked, Verdict verdict, Instant ended) {}
}
