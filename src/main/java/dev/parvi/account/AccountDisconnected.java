package dev.parvi.account;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;

/** A person disconnected an account. Told within the transaction that does it, in the scope of the brand. */
public record AccountDisconnected(BrandId brand, AccountId account) {}
