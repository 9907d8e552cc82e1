package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flag: something grew faster than it usually does at this hour.
 *
 * @param story which; null for a word
 * @param word which, as it was written; empty for a story
 * @param at when it was flagged
 * @param hours the last so many hours were counted
 * @param n items in these hours
 * @param sources different ones among them
 * @param usual items that were usual for these hours of the day
 * @param basis days (of a word) or stories (of a story) that the usual was reckoned from
 * @param joined sources that joined in within {@link Rising#JUDGED} after; null while that isn't over
 * @param right whether enough of them did; null while that isn't over
 */
public record Rise(
        long id,
        @Nullable StoryId story,
        String word,
        Instant at,
        int hours,
        int n,
        int sources,
        double usual,
        int basis,
        @Nullable Integer joined,
        @Nullable Boolean right) {

    /** How many times the usual. */
    public double times() {
        return n / Math.max(usual, 0.1);
    }
}
