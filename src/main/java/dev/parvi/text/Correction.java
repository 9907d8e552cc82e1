package dev.parvi.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator says that a text is, in place of what was understood.
 *
 * @param mood the right one, or null where it wasn't corrected; unsure teaches nothing
 * @param marks true: it's there, false: it isn't; marks that weren't corrected are left out
 */
public record Correction(String text, @Nullable Mood mood, Map<Mark, Boolean> marks) {

    public Correction {
        marks = Map.copyOf(marks);
    }

    public static Correction of(String text, Mood mood) {
        return new Correction(text, mood, Map.of());
    }

    public static Correction of(String text, Mark mark, boolean there) {
        return new Correction(text, null, Map.of(mark, there));
    }
}
