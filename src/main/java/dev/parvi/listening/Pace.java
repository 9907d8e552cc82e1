package dev.parvi.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a source is left alone. A third of the mean time between what it says, so that news is mostly seen before half of
 * that has passed; sooner where we tend to be late, later where it has been silent for long or wants to be left alone.
 */
final class Pace {

    static final Duration SOONEST = Duration.ofMinutes(5);
    static final Duration LATEST = Duration.ofHours(24);

    /** Where a hub tells us of news, this is only in case it forgets. */
    static final Duration TOLD = Duration.ofHours(6);

    /** What is known of a source that has never said when it said anything. */
    private static final double UNKNOWN_SECONDS = 3_600;

    private static final double LEARNING = 0.3;
    private static final int LOOKED_AT = 20;

    private Pace() {}

    /** Mean seconds between items by the times that they claim; nothing where fewer than two claim any. */
    static @Nullable Double rhythm(List<Fresh> items, @Nullable Double before) {
        var times = items.stream()
                .limit(LOOKED_AT)
                .map(Fresh::said)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (times.size() < 2) {
            return before;
        }
        var seconds =
                (double) Duration.between(times.getFirst(), times.getLast()).toSeconds() / (times.size() - 1);
        return before == null ? seconds : before + LEARNING * (seconds - before);
    }

    /** Mean seconds between saying and seeing, of what was new; the first reading of a source says nothing of it. */
    static @Nullable Double late(List<Item> added, @Nullable Double before) {
        var seconds = added.stream()
                .filter(item -> item.said() != null)
                .mapToLong(item -> Duration.between(item.at(), item.seen()).toSeconds())
                .filter(each -> each < LATEST.toSeconds())
                .average();
        if (seconds.isEmpty()) {
            return before;
        }
        return before == null ? seconds.getAsDouble() : before + LEARNING * (seconds.getAsDouble() - before);
    }

    /**
     * @param spoke when it last said something, as far as anybody knows
     * @param peace how long it wants to be left alone at least; holds up to an hour
     * @param told whether a hub tells us
     */
    static Duration pause(
            @Nullable Double rhythm,
            @Nullable Double late,
            @Nullable Instant spoke,
            Duration peace,
            boolean told,
            Instant now) {
        var seconds = (rhythm == null ? UNKNOWN_SECONDS : rhythm) / 3;
        if (late != null && late > seconds) {
            seconds *= 0.7;
        }
        if (spoke != null) {
            seconds = Math.max(seconds, Duration.between(spoke, now).toSeconds() / 12.0);
        }
        var pause = bounded(Duration.ofSeconds((long) seconds));
        if (told && pause.compareTo(TOLD) < 0) {
            pause = TOLD;
        }
        var wanted = peace.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : peace;
        return pause.compareTo(wanted) < 0 ? wanted : pause;
    }

    /** Ever longer with each failure in a row; at least as long as was asked for, up to a day. */
    static Duration after(int failures, @Nullable Duration asked) {
        var pause = bounded(SOONEST.multipliedBy(1L << Math.min(failures - 1, 10)));
        return asked != null && asked.compareTo(pause) > 0 ? bounded(asked) : pause;
    }

    /** The same source a little off each time, so that what was added together isn't read together for ever. */
    static Duration spread(Duration pause, long source, Instant now) {
        var hash = (source * 0x9E3779B97F4A7C15L ^ now.getEpochSecond() * 0xC2B2AE3D27D4EB4FL) >>> 33;
        return pause.plusMillis((long) (pause.toMillis() * 0.1 * (hash % 1_000) / 1_000.0));
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(SOONEST) < 0 ? SOONEST : pause.compareTo(LATEST) > 0 ? LATEST : pause;
    }
}
