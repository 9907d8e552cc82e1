package dev.parvi.shared;

import java.time.Duration;
import java.time.Instant;

/** A window of time: from its first instant until before its last. */
public record Span(Instant from, Instant to) {

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** The time of the same length right before. */
    public Span before() {
        return new Span(from.minus(length()), from);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
