package dev.parvi.connector.wordpress;

import java.time.Duration;

/** When a piece of work must be over; counted on the machine's own steady clock. */
record Deadline(long atNanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return atNanos - System.nanoTime() <= 0;
    }

    /** What is left, at least a millisecond and at most {@code most}. */
    Duration left(Duration most) {
        var left = Duration.ofNanos(Math.max(1_000_000, atNanos - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }
}
