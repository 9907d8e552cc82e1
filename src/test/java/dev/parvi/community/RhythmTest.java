package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor.Pace;
import dev.parvi.connector.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Pace PACE = new Pace(100, Duration.ofMinutes(5));

    private static Duration after(String code, Duration asked) {
        return Rhythm.after(new ConnectorFailed(new Fault(code, ""), asked), 1, PACE);
    }

    @Test
    void a_network_is_left_in_peace_for_as_long_as_it_asked() {
        assertThat(after("limited", Duration.ofMinutes(42))).isEqualTo(Duration.ofMinutes(42));
        assertThat(after("server", Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void one_that_asks_for_less_than_usual_is_left_in_peace_as_usual() {
        assertThat(after("limited", Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(5));
        assertThat(after("timeout", Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nobody_is_kept_away_for_longer_than_a_day() {
        assertThat(after("limited", Duration.ofDays(400))).isEqualTo(Duration.ofHours(24));
        assertThat(after("limited", Duration.ofDays(-3))).isEqualTo(Duration.ofMinutes(5));
    }
}
