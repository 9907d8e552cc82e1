package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Descriptor.TextRule;
import dev.parvi.connector.Descriptor.Unit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GraphemesTest {

    static Stream<JsonNode> what_node_counted() {
        return Recording.resource("/connector/graphemes.json").path("texts").valueStream();
    }

    @ParameterizedTest
    @MethodSource("what_node_counted")
    void characters_are_counted_as_the_network_counts_them(JsonNode counted) {
        assertThat(Unit.GRAPHEMES.count(counted.path(0).asString()))
                .isEqualTo(counted.path(1).asInt());
    }

    @Test
    void each_unit_counts_in_its_own_way() {
        var family = "👩‍👩‍👧‍👦";
        assertThat(Unit.GRAPHEMES.count(family)).isEqualTo(1);
        assertThat(Unit.CODE_POINTS.count(family)).isEqualTo(7);
        assertThat(Unit.UTF16.count(family)).isEqualTo(11);
    }

    @Test
    void a_text_fits_by_its_length_and_by_its_bytes() {
        var rule = new TextRule(10, Unit.GRAPHEMES, 30);
        assertThat(rule.fits("kymmenen k")).isTrue();
        assertThat(rule.fits("kymmenen ka")).isFalse();
        assertThat(rule.fits("👩‍👩‍👧‍👦")).isTrue();
        assertThat(rule.fits("👩‍👩‍👧‍👦👩‍👩‍👧‍👦")).isFalse();
    }
}
