package dev.parvi.account;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;

/** A person signed in again; what waited for this account may go. */
public record AccountReconnected(BrandId brand, AccountId account) {}
