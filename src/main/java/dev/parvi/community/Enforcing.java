package dev.parvi.community;

import dev.parvi.community.RuleHit.State;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.platform.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does at the network what rules have found. Doing it twice does no harm there, so who dies in between is followed by another. */
@Component
class Enforcing {

    static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration AGAIN = Duration.ofMinutes(1);
    static final int TRIES = 5;
    private static final int AT_ONCE = 50;

    private final RuleHits hits;
    private final Moderating moderating;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Enforcing(RuleHits hits, Moderating moderating, TransactionTemplate transaction, Clock clock) {
        this.hits = hits;
        this.moderating = moderating;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the brand whose scope it is; calls networks: never inside a transaction. */
    void enforce() {
        for (var hit : taken()) {
            try {
                moderating.byRule(Tenant.brand().orElseThrow(), hit, () -> done(hit));
            } catch (ConnectorFailed failed) {
                var again = Rhythm.everywhere(failed) && !failed.reauth()
                        ? clock.instant().plus(AGAIN)
                        : null;
                left(hit, failed.fault().code(), again);
            } catch (NoSuchConversation gone) {
                left(hit, "gone", null);
            }
        }
    }

    private List<RuleHit> taken() {
        var now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> hits.take(now, now.plus(LEASE), AT_ONCE)));
    }

    private void done(RuleHit hit) {
        hits.decided(hit.id(), State.DONE, null, clock.instant());
    }

    private void left(RuleHit hit, String fault, @Nullable Instant again) {
        transaction.executeWithoutResult(status -> hits.failed(hit.id(), fault, again, TRIES));
    }
}
