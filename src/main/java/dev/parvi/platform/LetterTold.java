package dev.parvi.platform;

/**
 * What became of a letter; told outside any transaction and any brand. Who dies before it's heard sends the letter a second time, under the same
 * Message-ID.
 *
 * @param letter the number that {@link Letters#post} gave
 * @param why what the mail server said; empty where it took the letter
 */
public record LetterTold(long letter, State state, String why) {

    /** What it came to. */
    public enum State {
        SENT,
        /** Not yet; it's tried again. */
        TRIED,
        /** Refused, or not taken for a day. */
        FAILED
    }
}
