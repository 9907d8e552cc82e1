package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    private static final Accent WHITE = Accent.of("#ffffff");
    private static final Accent BLACK = Accent.of("#000000");

    @Test
    void contrast_is_as_the_guidelines_reckon_it() {
        assertThat(BLACK.contrast(WHITE)).isEqualTo(21.0);
        assertThat(WHITE.contrast(WHITE)).isEqualTo(1.0);
        // The grey that is known to be just enough on white.
        assertThat(Accent.of("#767676").contrast(WHITE)).isBetween(4.5, 4.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1f6f5c", "#ffff00", "#000000", "#ffffff", "#ff0000", "#0000ff", "#808080", "#00ff7f"})
    void every_shade_can_be_read_on_its_surface_and_under_its_ink(String colour) {
        var themes = Accent.of(colour).css().split(Pattern.quote("[data-bs-theme=\"dark\"]"));
        assertReadable(themes[0], WHITE, Accent.of("#f9fafb"));
        assertReadable(themes[1], Accent.of("#111827"), Accent.of("#1f2937"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12345", "#1234567", "#12345g", "1f6f5c", "#1f6f5c;}"})
    void what_is_no_colour_is_refused(String colour) {
        assertThat(Accent.isColour(colour)).isFalse();
        assertThatThrownBy(() -> Accent.of(colour)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_colour_that_can_be_read_stays_as_it_is() {
        assertThat(Accent.of("#1f6f5c").css()).contains("--tblr-primary: #1f6f5c;");
    }

    private static void assertReadable(String css, Accent... surfaces) {
        var fill = value(css, "--tblr-primary");
        assertThat(fill.contrast(value(css, "--tblr-primary-fg"))).isGreaterThanOrEqualTo(4.5);
        assertThat(value(css, "--tblr-primary-darken").contrast(value(css, "--tblr-primary-fg")))
                .isGreaterThanOrEqualTo(4.5);
        for (var surface : surfaces) {
            assertThat(fill.contrast(surface)).isGreaterThanOrEqualTo(3);
            assertThat(value(css, "--tblr-link-color").contrast(surface)).isGreaterThanOrEqualTo(4.5);
            assertThat(value(css, "--tblr-link-hover-color").contrast(surface)).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Accent value(String css, String name) {
        var found = Pattern.compile(Pattern.quote(name) + ": (#[0-9a-f]{6});").matcher(css);
        assertThat(found.find()).as(name).isTrue();
        return Accent.of(found.group(1));
    }
}
