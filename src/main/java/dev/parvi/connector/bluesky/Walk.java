package dev.parvi.connector.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the notifications were read. The network lists them newest first, so what is new is a walk back from the newest to
 * where the walk before began; each page of it is a step that can be kept and gone on from.
 *
 * @param read up to where everything was read, by the network's time; null before the first walk has ended
 * @param top the newest of the walk that is under way; null for none yet
 * @param stop where it ends; null where it goes back to the beginning
 * @param page the network's own mark of its next page; empty where no walk is under way
 * @param looked when the last walk began that looked far back
 * @param log how far the log of direct messages was read; empty where it never was
 */
record Walk(
        @Nullable Instant read,
        @Nullable Instant top,
        @Nullable Instant stop,
        String page,
        @Nullable Instant looked,
        String log) {

    /**
     * The network sorts by the time that a record says it was made at, or its arrival where that's earlier. So what arrives
     * late stands below what was read already: each walk goes this far beyond it …
     */
    static final Duration BEYOND = Duration.ofMinutes(15);

    /** … and once an hour so far. */
    static final Duration FAR_BEYOND = Duration.ofDays(2);

    private static final Duration LOOK_FAR_EACH = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Walk FIRST = new Walk(null, null, null, "", null, "");

    /** What can't be read begins anew: then all comes once more, and nothing is missed. */
    static Walk of(String cursor) {
        if (cursor.isEmpty()) {
            return FIRST;
        }
        try {
            var kept = JSON.readTree(cursor);
            return new Walk(
                    instant(kept.path("read").asString("")),
                    instant(kept.path("top").asString("")),
                    instant(kept.path("stop").asString("")),
                    kept.path("page").asString(""),
                    instant(kept.path("looked").asString("")),
                    kept.path("log").asString(""));
        } catch (JacksonException | DateTimeParseException e) {
            return FIRST;
        }
    }

    private static @Nullable Instant instant(String said) {
        return said.isEmpty() ? null : Instant.parse(said);
    }

    String cursor() {
        return JSON.createObjectNode()
                .put("read", text(read))
                .put("top", text(top))
                .put("stop", text(stop))
                .put("page", page)
                .put("looked", text(looked))
                .put("log", log)
                .toString();
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** The walk that is under way, or else a new one. */
    Walk begun(Instant now) {
        if (!page.isEmpty()) {
            return this;
        }
        if (read == null) {
            return new Walk(null, null, null, "", now, log);
        }
        var far = looked == null || !looked.plus(LOOK_FAR_EACH).isAfter(now);
        return new Walk(read, null, read.minus(far ? FAR_BEYOND : BEYOND), "", far ? now : looked, log);
    }

    /** The same, but a first walk goes back no further than that. */
    Walk begun(Instant now, Duration first) {
        return page.isEmpty() && read == null ? new Walk(null, null, now.minus(first), "", now, log) : begun(now);
    }

    /**
     * After one page.
     *
     * @param newest of what the page showed; null where it showed nothing
     * @param next the network's mark of the page after it; empty after the last one
     * @param reached how far back the page went; null where it doesn't say
     */
    Walk after(@Nullable Instant newest, String next, @Nullable Instant reached) {
        var highest = top == null ? newest : top;
        var ended = next.isEmpty() || (stop != null && reached != null && reached.isBefore(stop));
        return ended
                ? new Walk(later(read, highest), null, null, "", looked, log)
                : new Walk(read, highest, stop, next, looked, log);
    }

    boolean underWay() {
        return !page.isEmpty();
    }

    Walk logged(String cursor) {
        return new Walk(read, top, stop, page, looked, cursor);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
