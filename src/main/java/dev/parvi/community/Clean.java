package dev.parvi.community;

import dev.parvi.platform.Sound;
import java.time.Duration;
import java.time.Instant;

/** Makes what strangers send fit to be kept: PostgreSQL takes no null characters, and no halves of surrogate pairs. */
final class Clean {

    /** The most UTF-16 units of an utterance that are kept; the longest comment of any network we know is 65,535. */
    static final int TEXT = 65_535;

    /** The most of a name, a handle or a mark. */
    static final int NAME = 300;

    /** The most of an address or of a network's name for something. */
    static final int ADDRESS = 2_000;

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private Clean() {}

    /** Without null characters, half pairs replaced, cut at {@code most} units without tearing a pair. */
    static String text(String said, int most) {
        var kept = Sound.text(said);
        if (kept.length() <= most) {
            return kept;
        }
        var end = Character.isHighSurrogate(kept.charAt(most - 1)) ? most - 1 : most;
        return kept.substring(0, end);
    }

    /** A time that no clock can have shown, or one that has not come, is when we heard of it. */
    static Instant time(Instant said, Instant now) {
        return said.isBefore(FIRST) || said.isAfter(now.plus(AHEAD)) ? now : said;
    }
}
