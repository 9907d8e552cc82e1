package dev.parvi.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a delivery, as it was recorded.
 *
 * @param looked what reading back showed before it: FOUND, ABSENT, CANNOT_TELL; empty where nothing was read back
 * @param outcome empty while it's open
 */
public record Attempt(
        int number,
        Instant claimedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        String looked,
        String outcome,
        String faultCode,
        String faultDetail) {}
