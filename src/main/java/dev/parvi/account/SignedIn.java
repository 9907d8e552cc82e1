package dev.parvi.account;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.team.Audit;
import dev.parvi.team.Seat;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a sign-in brought, in a transaction that begins after the network has answered. */
@Component
class SignedIn {

    private final Accounts accounts;
    private final Vaults vaults;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    SignedIn(Accounts accounts, Vaults vaults, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.vaults = vaults;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Account known(AccountId account) {
        return accounts.get(account).orElseThrow(() -> new NoSuchAccount(account));
    }

    /** @param known the account that is signed in to again; null where a new one is connected */
    @Transactional(rollbackFor = ConnectorFailed.class)
    Account keep(Seat seat, String network, @Nullable Account known, Credentials brought) throws ConnectorFailed {
        if (known != null && !known.place().equals(brought.place())) {
            throw new ConnectorFailed(new Fault("other-place", brought.handle()), false);
        }
        var sealed = vaults.seal(brought.values(), Vaults.context(seat.brand(), network, brought.place()));
        var added = accounts.add(network, brought, sealed, clock.instant());
        audit.note(seat, known == null ? "account.connected" : "account.reconnected", brought.handle(), network);
        return added.isPresent()
                ? known(added.get())
                : again(
                        seat.brand(),
                        accounts.at(network, brought.place()).orElseThrow(),
                        known != null,
                        brought,
                        sealed);
    }

    private Account again(BrandId brand, Account there, boolean asked, Credentials brought, byte[] sealed)
            throws ConnectorFailed {
        if (there.well() && !asked) {
            throw new ConnectorFailed(new Fault("connected-already", brought.handle()), false);
        }
        accounts.revive(there.id(), brought, sealed);
        events.publishEvent(new AccountReconnected(brand, there.id()));
        return known(there.id());
    }
}
