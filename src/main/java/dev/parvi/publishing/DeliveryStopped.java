package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;

/** A delivery goes no further by itself: a person has to look, or to post it by hand. */
public record DeliveryStopped(BrandId brand, DeliveryId delivery, AccountId account, DeliveryState state) {}
