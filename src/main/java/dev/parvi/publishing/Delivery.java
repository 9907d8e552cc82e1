package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version, or one part of its thread, going to one account.
 *
 * @param part 0 for the first part; first comments follow the last part
 * @param dueAt the instant it was planned for
 * @param nextAt when it may be taken next
 * @param answer whether it answers somebody; then it has neither version nor post
 * @param heldUntil until when its account is held back; null where it isn't
 */
public record Delivery(
        DeliveryId id,
        @Nullable VersionId version,
        @Nullable PostId post,
        AccountId account,
        String network,
        int part,
        boolean comment,
        boolean answer,
        DeliveryState state,
        Instant dueAt,
        Instant nextAt,
        int tries,
        String text,
        @Nullable URI address,
        @Nullable Instant publishedAt,
        @Nullable Instant removedAt,
        String faultCode,
        String faultDetail,
        @Nullable MemberId plannedBy,
        Instant plannedOn,
        @Nullable Instant heldUntil) {}
