package dev.parvi.planning;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;

/** An account that a post goes to or could go to, with what its network allows. */
public record Place(Account account, Descriptor network) {

    public AccountId id() {
        return account.id();
    }
}
