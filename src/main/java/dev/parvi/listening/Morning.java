package dev.parvi.listening;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When the morning's mail goes out in a brand.
 *
 * @param at on the wall, in the brand's zone
 * @param next when it goes out next; null where it doesn't
 * @param mine whether the reader is among those who get it
 * @param readers how many get it
 * @param mails whether the desk can send mail at all
 */
public record Morning(LocalTime at, @Nullable Instant next, boolean mine, int readers, boolean mails) {

    /** What is offered where nobody has chosen. */
    public static final LocalTime USUAL = LocalTime.of(8, 0);

    public boolean on() {
        return next != null;
    }
}
