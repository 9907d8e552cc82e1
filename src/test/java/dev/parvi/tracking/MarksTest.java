package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final TrackingRules RULES = TrackingRules.usual("x");

    private static final LinkPlace PLACE = new LinkPlace(
            "s", null, null, 0, null, null, null, Map.of("network", "My Net", "campaign", "Spring_Sale & co"));

    private static String on(String address) {
        return Marks.on(URI.create(address), RULES, PLACE).toString();
    }

    @Test
    void marks_are_written_in_one_spelling() {
        assertThat(on("https://example.org/a"))
                .isEqualTo("https://example.org/a?utm_source=my-net&utm_medium=social&utm_campaign=spring-sale-%26-co");
    }

    @Test
    void what_the_address_asks_for_and_its_place_on_the_page_stay() {
        assertThat(on("https://example.org/a?b=1&c=%C3%A4#d"))
                .isEqualTo("https://example.org/a?b=1&c=%C3%A4&utm_source=my-net&utm_medium=social"
                        + "&utm_campaign=spring-sale-%26-co#d");
    }

    @Test
    void the_brands_rules_win_over_marks_that_were_typed_and_others_are_spelt_alike() {
        assertThat(on("https://example.org/?UTM_Source=Facebook&utm_term=Two_Words"))
                .isEqualTo("https://example.org/?utm_term=two-words&utm_source=my-net&utm_medium=social"
                        + "&utm_campaign=spring-sale-%26-co");
    }

    @Test
    void a_rule_that_comes_to_nothing_leaves_its_mark_away() {
        var none = new TrackingRules("", "", "", "{campaign}", "", "x", List.of(), false, 90);
        var nowhere = new LinkPlace("s", null, null, 0, null, null, null, Map.of());
        assertThat(Marks.on(URI.create("https://example.org/"), none, nowhere)).hasToString("https://example.org/");
    }

    @Test
    void the_campaign_that_was_typed_is_read_off_the_address() {
        assertThat(Marks.campaign(URI.create("https://example.org/?a=b&utm_campaign=Spring%20Sale")))
                .isEqualTo("spring-sale");
        assertThat(Marks.campaign(URI.create("https://example.org/"))).isEmpty();
    }
}
