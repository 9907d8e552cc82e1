package dev.parvi.community;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went on between people in a conversation, in figures: of what is to be read there now.
 *
 * @param people who spoke, without us
 * @param depth the longest chain of answers, counted in utterances; never more than {@link #DEEPEST}
 * @param said what was said by others than us
 * @param among of that, answers to somebody else of them
 * @param ours answers of ours to one of them
 * @param answered how much of what was said has a direct answer by somebody else, {@code answeredByUs} by us
 * @param first from the first word said to us until somebody else of them answered it or we said something; null where nobody has
 * @param firstByUs whether that was us
 */
public record Exchange(
        int people,
        int depth,
        int said,
        int among,
        int ours,
        int answered,
        int answeredByUs,
        @Nullable Duration first,
        boolean firstByUs) {

    /** Deeper isn't counted. */
    public static final int DEEPEST = 1_000;

    static final Exchange NOTHING = new Exchange(0, 0, 0, 0, 0, 0, 0, null, false);

    /** Of what was said to us, in percent, rounded; 0 where nothing was. */
    public int share() {
        return said == 0 ? 0 : Math.round(answered * 100f / said);
    }
}
