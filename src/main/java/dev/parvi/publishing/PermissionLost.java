package dev.parvi.publishing;

import dev.parvi.connector.Fault;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;

/** A network said, when something was sent, that our permission for an account is gone. */
record PermissionLost(BrandId brand, AccountId account, Fault fault) {}
