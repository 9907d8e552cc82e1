package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TidTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123Z");

    @Test
    void a_key_has_the_form_that_the_protocol_asks_for() {
        assertThat(Tid.of(NOON, 1)).matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    }

    @Test
    void a_known_moment_has_its_known_key() {
        // 3jzfcijpj2z2a, the example in the specification, is this microsecond with the clock number 6
        assertThat(Tid.of(Instant.ofEpochMilli(1_688_137_381_887L), 6_007)).isEqualTo("3jzfcijpj2z2a");
    }

    @Test
    void the_same_delivery_has_the_same_key_at_every_try() {
        assertThat(Tid.of(NOON, 42)).isEqualTo(Tid.of(NOON, 42));
    }

    @Test
    void a_million_deliveries_sealed_in_one_millisecond_have_a_million_keys() {
        var keys = new HashSet<String>();
        for (var number = 5_000L; number < 1_029_000; number++) {
            keys.add(Tid.of(NOON, number));
        }
        assertThat(keys).hasSize(1_024_000);
    }

    @Test
    void keys_sort_by_time() {
        assertThat(Tid.of(NOON, 999_999)).isLessThan(Tid.of(NOON.plusMillis(1), 0));
    }
}
