package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Rearranging.Kept;
import dev.parvi.planning.Rearranging.Put;
import dev.parvi.shared.WallTime;
import java.util.List;

/**
 * What the calendar answers to a change.
 *
 * @param key the message that says what was done to {@code n} entries
 * @param kept which stay as they are, and why
 * @param undo where each was before, as {@link Puts} writes it; empty where it can't be taken back
 * @param doubts the times that don't exist or come twice, and what they came to
 */
public record Said(String key, int n, List<Kept> kept, List<String> undo, List<Doubt> doubts) {

    /** @param other how to take the other of a time that comes twice; empty where there is none */
    public record Doubt(WallTime.Reading reading, String other) {

        static Doubt of(Put put, WallTime.Reading reading) {
            if (!(reading instanceof WallTime.Overlap overlap)) {
                return new Doubt(reading, "");
            }
            var other = overlap.choice() == WallTime.Choice.FIRST ? WallTime.Choice.SECOND : WallTime.Choice.FIRST;
            return new Doubt(
                    reading, Puts.write(new Put(put.entry(), overlap.time().local(), other)));
        }
    }
}
