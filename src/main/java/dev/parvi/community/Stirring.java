package dev.parvi.community;

import dev.parvi.account.AccountReconnected;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Reads;
import dev.parvi.connector.Stirred;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.AnswerPublished;
import dev.parvi.publishing.PostsPublished;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears that something is there to be read, and has it read soon. */
@Component
class Stirring {

    private static final Logger LOG = LoggerFactory.getLogger(Stirring.class);

    private final Readings readings;
    private final Noticing noticing;
    private final Echoing echoing;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Rounds rounds;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    Stirring(
            Readings readings,
            Noticing noticing,
            Echoing echoing,
            Connecting connecting,
            Connectors connectors,
            Rounds rounds,
            Clock clock,
            TransactionTemplate transaction) {
        this.readings = readings;
        this.noticing = noticing;
        this.echoing = echoing;
        this.connecting = connecting;
        this.connectors = connectors;
        this.rounds = rounds;
        this.clock = clock;
        this.transaction = transaction;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    /** After the fact and apart from it: whoever commented waits for nobody who reads. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(Stirred said) {
        try {
            Tenant.run(
                    said.brand(),
                    () -> apart.executeWithoutResult(status -> {
                        if (readings.stir(said.network(), clock.instant()) == 0) {
                            enlistAll();
                        }
                    }));
            rounds.soon();
        } catch (RuntimeException e) {
            LOG.warn("News of {} will be read on its turn only", said.network(), e);
        }
    }

    /** What the desk sent is known as its own, whether it was heard already or will be. */
    @EventListener
    void on(PostsPublished said) {
        Tenant.run(
                said.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    noticing.take(said.posts());
                    var accounts =
                            said.posts().stream().map(Out::account).distinct().toList();
                    if (readings.wake(accounts, clock.instant().plus(Rhythm.SOONEST)) < accounts.size()) {
                        enlistAll();
                    }
                }));
    }

    /** Apart: an answer that a person recorded is told of when its transaction is over and takes nothing more. */
    @EventListener
    void on(AnswerPublished said) {
        Tenant.run(
                said.brand(),
                () -> apart.executeWithoutResult(status -> {
                    noticing.answered(said.account(), said.sent(), said.delivery());
                    echoing.sent(said.account(), said.delivery(), said.sent().address());
                    readings.wake(List.of(said.account()), clock.instant().plus(Rhythm.SOONEST));
                }));
    }

    @EventListener
    void on(AccountReconnected said) {
        Tenant.run(
                said.brand(),
                () -> transaction.executeWithoutResult(
                        status -> readings.wake(List.of(said.account()), clock.instant())));
    }

    /** Has the brand's accounts read that can be. */
    void enlist(BrandId brand) {
        Tenant.run(brand, () -> transaction.executeWithoutResult(status -> enlistAll()));
    }

    private void enlistAll() {
        var now = clock.instant();
        connecting.open().stream()
                .filter(each -> connectors.as(Reads.class, each.network()).isPresent())
                .forEach(each -> readings.enlist(each.id(), each.network(), now));
    }
}
