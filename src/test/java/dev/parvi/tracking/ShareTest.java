package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parvi.tracking.Conversions.Touch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked example of "Attribution" in docs/figures.md. */
class ShareTest {

    private static final int POST = 1;
    private static final int ANSWER = 2;
    private static final int CAMPAIGN = 3;

    private static Touch at(String time, int link) {
        return new Touch(link, Instant.parse("2026-11-02T" + time + ":00Z"));
    }

    private static String said(List<Touch> touches) {
        return Share.of(Share.visits(touches)).stream()
                .map(each -> each.link() + ":" + each.first() + "/" + each.last() + "/" + each.linear())
                .toList()
                .toString();
    }

    @Test
    void the_worked_example() {
        var came = List.of(
                at("08:00", POST), at("08:01", POST), at("10:00", ANSWER), at("12:00", CAMPAIGN), at("15:00", POST));
        assertThat(said(came)).isEqualTo("[1:1/1/0.5, 2:0/0/0.25, 3:0/0/0.25]");
    }

    @Test
    void a_click_and_the_page_it_led_to_are_one_visit_and_coming_again_later_is_another() {
        assertThat(Share.visits(List.of(at("08:00", POST), at("08:30", POST)))).hasSize(1);
        assertThat(Share.visits(List.of(at("08:00", POST), at("08:31", POST)))).hasSize(2);
        assertThat(Share.visits(List.of(at("08:00", POST), at("08:05", ANSWER), at("08:10", POST))))
                .hasSize(3);
    }

    @Test
    void what_nobody_can_trace_stands_as_such() {
        assertThat(said(List.of())).isEqualTo("[0:1/1/1]");
    }

    @Test
    void all_rules_give_each_conversion_away_once() {
        for (int n = 1; n < 40; n++) {
            var touches = Stream.iterate(1, each -> each * 7 % 11)
                    .limit(n)
                    .map(link -> new Touch(link, Instant.EPOCH))
                    .toList();
            var shares = Share.of(touches);
            assertThat(shares.stream().mapToInt(Share::first).sum()).isEqualTo(1);
            assertThat(shares.stream().mapToInt(Share::last).sum()).isEqualTo(1);
            assertThat(shares.stream().map(Share::linear).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isCloseTo(BigDecimal.ONE, within(new BigDecimal("0.000000001")));
        }
    }
}
