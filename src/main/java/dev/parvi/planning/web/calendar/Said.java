package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Rearranging.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar answers to a change.
 *
 * @param key the message that says what was done to {@code n} entries
 * @param kept which stay as they are, and why
 * @param undo how to take it back; null where it can't be
 */
public record Said(
        String key, int n, List<Kept> kept, @Nullable Undo undo) {

    /** Moves back by days and hours; {@code entries} as forms call them. */
    public record Undo(List<String> entries, long days, long hours) {}
}
