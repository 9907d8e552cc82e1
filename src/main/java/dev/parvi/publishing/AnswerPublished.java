package dev.parvi.publishing;

import dev.parvi.connector.Sent;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;

/**
 * An answer is out, and what the network calls it. Told after it was written down and outside of any transaction, so a process
 * that dies in between tells nobody: {@link HandingIn#standing} knows it all the same.
 */
public record AnswerPublished(BrandId brand, DeliveryId delivery, AccountId account, Sent sent) {}
