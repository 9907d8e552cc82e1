package dev.parvi.community;

import dev.parvi.connector.Reads.Figure;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thing that a conversation stands under.
 *
 * @param text empty where it isn't known, and where the first comment is the thing itself
 * @param address null where it isn't known
 * @param gone since when the network doesn't show it; null where it does
 * @param figures as the network last showed them; what it doesn't show is missing
 */
public record Head(
        String text,
        @Nullable URI address,
        @Nullable Instant at,
        @Nullable Instant gone,
        Map<Figure, Long> figures,
        @Nullable Instant measured) {}
