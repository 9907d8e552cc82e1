package dev.parvi.audience;

import dev.parvi.audience.Growth.Split;
import org.jspecify.annotations.Nullable;

/**
 * How the audience stood and changed in a window of time. Null is what nobody knows, since no list of followers had been read to its end by then.
 *
 * @param standing who followed at its end
 * @param joined who began to follow in it
 * @param left how many ceased to
 */
public record Period(
        @Nullable Split standing,
        @Nullable Split joined,
        @Nullable Integer left) {}
