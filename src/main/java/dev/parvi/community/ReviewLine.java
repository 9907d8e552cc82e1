package dev.parvi.community;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one line of a table of reviews.
 *
 * @param number as a spreadsheet counts: the head is line 1
 * @param place as it's called here; as it was typed where that is nowhere
 * @param text how it begins
 * @param stars 1 to 5; null where none are given
 * @param at when it was written; null where that can't be read
 * @param notes what a person should know, and do where it is an error
 */
public record ReviewLine(
        int number,
        Fate fate,
        String place,
        String author,
        String text,
        @Nullable Integer stars,
        @Nullable Instant at,
        List<Note> notes) {

    /** What becomes of a line. */
    public enum Fate {
        /** Comes in and waits for an answer. */
        NEW,
        /** Comes in as done: it's answered, or older than what anybody is asked to answer. */
        DONE,
        /** Is there in another form: both are kept. */
        CHANGED,
        /** Is there already. */
        KNOWN,
        ERROR
    }

    /** @param key the message, with its values */
    public record Note(String key, Object[] values) {

        static Note of(String key, Object... values) {
            return new Note(key, values);
        }
    }
}
