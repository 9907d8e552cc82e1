package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FacetsTest {

    static Stream<JsonNode> what_the_networks_own_library_found() {
        return Recording.resource("/connector/bluesky/facets.json")
                .path("texts")
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("what_the_networks_own_library_found")
    void links_mentions_and_tags_stand_at_the_bytes_where_the_networks_own_library_puts_them(JsonNode recorded) {
        var text = recorded.path("text").asString();
        var found = Facets.in(text).stream()
                .map(f -> bytes(text, f.start()) + "-" + bytes(text, f.end()) + " "
                        + f.kind().name().toLowerCase(Locale.ROOT) + " " + f.value())
                .toList();
        var expected = recorded.path("facets")
                .valueStream()
                .map(f -> f.path(0).asInt() + "-" + f.path(1).asInt() + " "
                        + f.path(2).asString() + " " + f.path(3).asString())
                .toList();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_link_without_anything_behind_its_scheme_stays_text_for_the_network_would_refuse_the_post() {
        assertThat(Facets.in("see https:// and https://. now")).isEmpty();
    }

    @Test
    void a_bare_domain_that_begins_with_http_gets_its_scheme() {
        assertThat(Facets.in("httpbin.org")).containsExactly(new Facet(0, 11, Facet.Kind.LINK, "https://httpbin.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a.", "#", "@a", "http://", "x", "(", "$A", "#a!", "ä", "👩‍👩‍👧‍👦"})
    @Timeout(5)
    void a_text_far_too_long_costs_neither_time_nor_stack(String piece) {
        for (var before : List.of("", "#", "@", "https://", "#!")) {
            Facets.in(before + piece.repeat(60_000));
        }
    }

    private static int bytes(String text, int index) {
        return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }
}
