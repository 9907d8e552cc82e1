package dev.parvi.publishing;

import dev.parvi.account.Accessing;
import dev.parvi.account.AccountDisconnected;
import dev.parvi.account.AccountLost;
import dev.parvi.account.AccountReconnected;
import dev.parvi.platform.Tenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds back what goes to an account whose permission is gone, and lets it go when a person has signed in again. */
@Component
class Permissions {

    private final Accessing accessing;
    private final Sendings sendings;
    private final Wake wake;
    private final TransactionTemplate transaction;

    Permissions(Accessing accessing, Sendings sendings, Wake wake, TransactionTemplate transaction) {
        this.accessing = accessing;
        this.sendings = sendings;
        this.wake = wake;
        this.transaction = transaction;
    }

    @EventListener
    void on(PermissionLost said) {
        accessing.lost(said.brand(), said.account(), said.fault());
    }

    @EventListener
    void on(AccountLost said) {
        Tenant.run(
                said.brand(),
                () -> transaction.executeWithoutResult(status -> sendings.hold(said.account(), said.reason())));
    }

    /** Held rather than dropped: who disconnects by mistake, or to change the owner, loses no plan. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountDisconnected said) {
        sendings.hold(said.account(), "disconnected");
    }

    @EventListener
    void on(AccountReconnected said) {
        Tenant.run(
                said.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    sendings.letGo(said.account());
                    wake.afterCommit();
                }));
    }
}
