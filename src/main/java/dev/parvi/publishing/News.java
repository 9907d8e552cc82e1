package dev.parvi.publishing;

import dev.parvi.connector.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that members are told.
 *
 * @param text how the post begins; empty for an account
 * @param place what people call the account
 * @param at for when it was planned; null for an account
 * @param fault why; null where nobody said
 * @param path where more stands, within the brand
 */
record News(
        AlertKind kind,
        String text,
        String place,
        @Nullable Instant at,
        @Nullable Fault fault,
        String path) {}
