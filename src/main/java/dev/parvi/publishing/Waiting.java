package dev.parvi.publishing;

import dev.parvi.account.Outgoing;
import dev.parvi.shared.AccountId;
import org.springframework.stereotype.Component;

/** Tells the room of accounts what waits to go out there. */
@Component
class Waiting implements Outgoing {

    private final Deliveries deliveries;

    Waiting(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public int planned(AccountId account) {
        return deliveries.waiting(account);
    }
}
