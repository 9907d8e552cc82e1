package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.tracking.Titles.Title;
import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void a_long_one_ends_with_an_ellipsis_and_a_short_one_does_not() {
        assertThat(Title.of("a".repeat(80), "/x")).isEqualTo(new Title("a".repeat(80), "/x"));
        assertThat(Title.of("a".repeat(81), "/x").text()).isEqualTo("a".repeat(79) + "…");
        assertThat(Title.of("a".repeat(78) + " bcd", "").text()).isEqualTo("a".repeat(78) + "…");
    }

    @Test
    void lines_become_one_and_no_sign_is_cut_in_two() {
        assertThat(Title.of(" Open\n\n late ", "").text()).isEqualTo("Open late");
        assertThat(Title.of("🌍".repeat(90), "").text()).isEqualTo("🌍".repeat(79) + "…");
    }
}
