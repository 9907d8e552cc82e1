package dev.parvi.publishing;

import dev.parvi.connector.Parcel;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in this node's hands.
 *
 * @param attempt the number of the open attempt
 * @param notBefore no call starts before it
 * @param leaseUntil no call starts after it
 * @param lookFirst the network is read back before anything is sent
 * @param late it's later than the brand's limit: it may be read back, but not sent
 */
record Claim(
        DeliveryId delivery,
        BrandId brand,
        AccountId account,
        String network,
        @Nullable VersionId version,
        int part,
        int attempt,
        Instant notBefore,
        Instant leaseUntil,
        Instant deadline,
        boolean lookFirst,
        boolean late,
        Parcel parcel) {}
