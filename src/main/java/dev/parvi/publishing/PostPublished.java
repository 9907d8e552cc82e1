package dev.parvi.publishing;

import dev.parvi.connector.Sent;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import org.jspecify.annotations.Nullable;

/** A part of a version is out, and where. */
public record PostPublished(
        BrandId brand, DeliveryId delivery, @Nullable VersionId version, AccountId account, int part, Sent sent) {}
