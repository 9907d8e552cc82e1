package dev.parvi.community;

import dev.parvi.text.Mood;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conflict.
 *
 * @param comment one of their comments
 * @param profile 0 where the network has no lasting name for them, or they were erased
 * @param name empty where it isn't known, or was erased
 * @param returned how often they have spoken to us since the end, on any network; null where nobody has looked, or nobody can know
 * @param mood of the last time; null where they didn't come back
 */
public record Involved(
        long comment,
        long profile,
        String name,
        @Nullable Integer returned,
        @Nullable Mood mood) {

    public boolean back() {
        return returned != null && returned > 0;
    }
}
