package dev.parvi.connector.bluesky;

import java.time.Duration;

/** When a piece of work must be over; counted on the machine's own steady clock. */
record Deadline(long atNanos) {

    private static final Duration LEAST = Duration.ofMillis(1);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return atNanos - System.nanoTime() <= 0;
    }

    /** What is left, at most {@code most}. */
    Duration left(Duration most) {
        var left = Duration.ofNanos(Math.max(LEAST.toNanos(), atNanos - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    /** The earlier of this one and the one in {@code time}. */
    Deadline sooner(Duration time) {
        return new Deadline(System.nanoTime() + left(time).toNanos());
    }
}
