package dev.parvi.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator says that a text is, in place of what was understood.
 *
 * @param language the right one, or null where it wasn't corrected; it holds for this text and isn't learned
 * @param mood the right one, or null where it wasn't corrected; unsure teaches nothing
 * @param marks true: it's there, false: it isn't; marks that weren't corrected are left out
 */
public record Correction(
        String text, @Nullable Language language, @Nullable Mood mood, Map<Mark, Boolean> marks) {

    public Correction {
        marks = Map.copyOf(marks);
    }

    public Correction(String text, @Nullable Mood mood, Map<Mark, Boolean> marks) {
        this(text, null, mood, marks);
    }

    public static Correction of(String text, Mood mood) {
        return new Correction(text, mood, Map.of());
    }

    public static Correction of(String text, Mark mark, boolean there) {
        return new Correction(text, null, Map.of(mark, there));
    }

    /** Both together; where they disagree the later one counts. */
    public Correction then(Correction later) {
        var all = new HashMap<>(marks);
        all.putAll(later.marks());
        return new Correction(
                later.text(),
                later.language() == null ? language : later.language(),
                later.mood() == null ? mood : later.mood(),
                all);
    }
}
