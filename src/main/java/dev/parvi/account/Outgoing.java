package dev.parvi.account;

import dev.parvi.shared.AccountId;

/** What waits to go out to accounts: the room that sends it knows. */
public interface Outgoing {

    /** How many posts are planned for an account of the brand whose scope it is and not under way yet. */
    int planned(AccountId account);
}
