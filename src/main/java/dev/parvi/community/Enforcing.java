package dev.parvi.community;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.platform.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does at the network what rules have found. Doing it twice does no harm there, so who dies in between is followed by another. */
@Component
class Enforcing {

    private static final Logger LOG = LoggerFactory.getLogger(Enforcing.class);

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
        // PostgreSQL keeps no shorter time.
        var until = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        for (var hit : taken(until)) {
            if (clock.instant().isBefore(until) && still(hit, until)) {
                enforce(hit);
            }
        }
    }

    private void enforce(RuleHit hit) {
        try {
            moderating.byRule(Tenant.brand().orElseThrow(), hit);
        } catch (ConnectorFailed failed) {
            left(hit, failed.fault().code(), Rhythm.everywhere(failed) && !failed.reauth());
        } catch (NoSuchConversation gone) {
            left(hit, "gone", false);
        } catch (RuntimeException broken) {
            // What breaks on one must not keep the others waiting, nor be tried for ever.
            LOG.error("What rule {} found could not be done", hit.ruleId(), broken);
            left(hit, "broken", true);
        }
    }

    private List<RuleHit> taken(Instant until) {
        return Objects.requireNonNull(transaction.execute(status -> hits.take(clock.instant(), until, AT_ONCE)));
    }

    /** Those before it may have taken long, and a person may have decided meanwhile. */
    private boolean still(RuleHit hit, Instant until) {
        return Boolean.TRUE.equals(transaction.execute(status -> hits.taken(hit.id(), until)));
    }

    private void left(RuleHit hit, String fault, boolean again) {
        var next = again ? clock.instant().plus(AGAIN) : null;
        transaction.executeWithoutResult(status -> hits.failed(hit.id(), fault, next, TRIES));
    }
}
