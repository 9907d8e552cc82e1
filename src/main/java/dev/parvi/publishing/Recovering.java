package dev.parvi.publishing;

import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.platform.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds attempts whose node has died, and has the network read back before anything is sent again. */
@Component
class Recovering {

    private static final Logger LOG = LoggerFactory.getLogger(Recovering.class);

    private final Abandoned abandoned;
    private final Node node;
    private final Connectors connectors;
    private final Database database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** No earlier than any other process on a database of our own ended. */
    private final Instant began;

    @Autowired
    Recovering(
            Abandoned abandoned,
            Node node,
            Connectors connectors,
            Database database,
            Clock clock,
            @Qualifier("worker") TransactionTemplate transaction) {
        this(
                abandoned,
                node,
                connectors,
                database,
                clock,
                transaction,
                clock.instant().minus(database.heldFor()));
    }

    Recovering(
            Abandoned abandoned,
            Node node,
            Connectors connectors,
            Database database,
            Clock clock,
            TransactionTemplate transaction,
            Instant began) {
        this.abandoned = abandoned;
        this.node = node;
        this.connectors = connectors;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.began = began;
    }

    /**
     * Takes over from dead nodes. A network that dedupes by our key is asked at once; any other when the lost call's
     * deadline has passed: after its lease where the node may live on cut off from a shared database, from now on where the
     * database is our own and the home folder's lock shows that its process had ended when this one began.
     *
     * @return how many open attempts were found
     */
    int recover() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var dead = abandoned.otherNodes(node.number()).stream()
                    .filter(node::gone)
                    .toList();
            return dead.isEmpty() ? 0 : takeOver(dead);
        }));
    }

    private int takeOver(List<Long> dead) {
        var patience = connectors.all().stream()
                .filter(each -> each.dedupes() || database.isOwn())
                .collect(Collectors.toMap(Descriptor::network, this::patience));
        var found = abandoned.reopen(dead, patience, clock.instant());
        LOG.info(
                "{} open attempts of {} ended nodes: each network is read back before anything is sent",
                found,
                dead.size());
        return found;
    }

    /** A repeated key does no harm. Else a call of a process that surely ended has this long at the most. */
    private Duration patience(Descriptor descriptor) {
        var left = descriptor.callDeadline().minus(Duration.between(began, clock.instant()));
        return descriptor.dedupes() || left.isNegative() ? Duration.ZERO : left;
    }
}
