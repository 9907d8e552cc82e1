package dev.parvi.support;

import dev.parvi.platform.TravellingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class HandClock extends Clock {

    /** A Monday morning in Helsinki, in winter time. */
    public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    private volatile Instant now = START;

    public void set(Instant to) {
        now = to;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return TravellingClock.standing().orElse(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
