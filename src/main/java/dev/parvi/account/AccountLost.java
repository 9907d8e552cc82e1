package dev.parvi.account;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;

/**
 * The network withdrew its permission; what goes to this account waits until a person signs in again.
 *
 * @param reason the fault's code; the message {@code fault.<reason>} says what to do
 */
public record AccountLost(BrandId brand, AccountId account, String reason) {}
