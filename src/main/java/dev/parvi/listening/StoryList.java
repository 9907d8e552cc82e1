package dev.parvi.listening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of stories.
 *
 * @param next where the next page begins; null where this is the last
 */
public record StoryList(List<Story> stories, @Nullable Place next) {

    /** Where a page ended; goes into addresses as text. */
    public record Place(int sources, Instant at, long id) {

        public String text() {
            return sources + "-" + at.getEpochSecond() + "." + at.getNano() + "-" + id;
        }

        /** @return null where it isn't one */
        public static @Nullable Place of(String text) {
            var parts = text.split("[-.]");
            try {
                return parts.length != 4
                        ? null
                        : new Place(
                                Integer.parseInt(parts[0]),
                                Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                                Long.parseLong(parts[3]));
            } catch (NumberFormatException | java.time.DateTimeException notOne) {
                return null;
            }
        }
    }
}
