package dev.parvi.publishing.web;

import dev.parvi.ui.Page;
import java.time.Duration;
import java.time.Instant;

/** Times of the ledger in the reader's words, where milliseconds matter. */
public final class Times {

    private static final Duration MILLIS_UNTIL = Duration.ofSeconds(10);
    private static final Duration SECONDS_UNTIL = Duration.ofMinutes(2);
    private static final Duration MINUTES_UNTIL = Duration.ofHours(2);
    private static final Duration HOURS_UNTIL = Duration.ofDays(2);

    private Times() {}

    /** By the wall of the brand's zone, to the millisecond. */
    public static String exactly(Page page, Instant instant) {
        return page.date("HH:mm:ss.SSS", instant.atZone(page.zone()));
    }

    /** Day and time without a year, as lists show it. */
    public static String shortly(Page page, Instant instant) {
        var pattern = page.language().equals("fi") ? "EEE d.M. H.mm" : "EEE d MMM HH:mm";
        return page.date(pattern, instant.atZone(page.zone()));
    }

    /** How long, in the one unit that tells most. */
    public static String span(Page page, Duration span) {
        if (span.compareTo(MILLIS_UNTIL) < 0) {
            return page.t("publishing.span.ms", "n", span.toMillis());
        }
        if (span.compareTo(SECONDS_UNTIL) < 0) {
            return page.t("publishing.span.s", "n", span.toSeconds());
        }
        if (span.compareTo(MINUTES_UNTIL) < 0) {
            return page.t("publishing.span.min", "n", span.toMinutes());
        }
        return span.compareTo(HOURS_UNTIL) < 0
                ? page.t("publishing.span.h", "n", span.toHours())
                : page.t("publishing.span.d", "n", span.toDays());
    }
}
