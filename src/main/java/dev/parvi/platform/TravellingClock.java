package dev.parvi.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The desk's clock. Inside {@link #at} it stands at the instant that was named, for that work and what it calls, and for
 * nobody else: so the sample brand gets its past through the same use cases that everybody's present goes through.
 */
public final class TravellingClock extends Clock {

    private static final ScopedValue<Instant> STANDING = ScopedValue.newInstance();

    private final Clock here;

    TravellingClock(Clock here) {
        this.here = here;
    }

    /** Does the work as if it were {@code then}; nested journeys end where they began. */
    public static <T, X extends Throwable> T at(Instant then, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(STANDING, then).call(work);
    }

    /** The instant named by the journey this work is on; empty in the present. */
    public static Optional<Instant> standing() {
        return STANDING.isBound() ? Optional.of(STANDING.get()) : Optional.empty();
    }

    public static void run(Instant then, Runnable work) {
        ScopedValue.where(STANDING, then).run(work);
    }

    @Override
    public Instant instant() {
        return standing().orElseGet(here::instant);
    }

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TravellingClock(here.withZone(zone));
    }
}
