package dev.parvi.planning;

import dev.parvi.shared.WallTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one line of an import.
 *
 * @param number as a spreadsheet counts: the head is line 1
 * @param text how it begins
 * @param time when it goes out; null for a draft
 * @param pictures the hashes of those that go along
 * @param notes what a person should know, and do where it is an error
 */
public record ImportLine(
        int number,
        Fate fate,
        String account,
        String text,
        WallTime.@Nullable Reading time,
        List<String> pictures,
        List<Note> notes) {

    /** What becomes of a line. */
    public enum Fate {
        PLANNED,
        DRAFT,
        /** Goes with the post above it. */
        PART,
        ERROR
    }

    /** @param key the message, with its values */
    public record Note(String key, Object[] values) {

        static Note of(String key, Object... values) {
            return new Note(key, values);
        }
    }
}
