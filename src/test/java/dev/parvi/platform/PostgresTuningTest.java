package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTuningTest {

    private static final long GIB = 1L << 30;

    @Test
    void buffers_are_an_eighth_of_the_memory() {
        assertThat(PostgresTuning.settings(4 * GIB)).contains("shared_buffers=512MB", "effective_cache_size=2048MB");
    }

    @Test
    void a_tiny_machine_keeps_the_least_and_a_large_one_takes_no_more_than_two_gibibytes() {
        assertThat(PostgresTuning.settings(GIB / 4)).contains("shared_buffers=128MB", "effective_cache_size=128MB");
        assertThat(PostgresTuning.settings(64 * GIB)).contains("shared_buffers=2048MB");
    }

    @Test
    void this_machine_is_known() {
        assertThat(PostgresTuning.settings()).hasSameSizeAs(PostgresTuning.settings(GIB));
    }
}
