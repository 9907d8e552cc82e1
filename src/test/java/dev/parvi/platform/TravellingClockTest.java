package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TravellingClockTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant THEN = NOW.minus(Duration.ofDays(14));

    private final Clock clock = new TravellingClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void inside_a_journey_it_is_then_and_afterwards_now_again() {
        assertThat(TravellingClock.<Instant, RuntimeException>at(THEN, clock::instant))
                .isEqualTo(THEN);
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void milliseconds_and_another_zone_travel_too() {
        TravellingClock.run(THEN, () -> {
            assertThat(clock.millis()).isEqualTo(THEN.toEpochMilli());
            assertThat(clock.withZone(ZoneOffset.ofHours(2)).instant()).isEqualTo(THEN);
        });
    }

    @Test
    void for_everybody_else_it_stays_now() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<Instant> seen = TravellingClock.at(THEN, () -> other.submit(clock::instant));
            assertThat(seen.get()).isEqualTo(NOW);
        }
    }
}
