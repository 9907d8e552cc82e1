package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.Leading.Lead;
import dev.parvi.shared.StoryId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example of docs/figures.md. */
class LeadingTest {

    private static final Instant POSTED = Instant.parse("2026-10-31T21:30:00Z");

    private static Lead lead(long id, @Nullable Integer minutes) {
        return new Lead(
                new StoryId(id),
                "Story " + id,
                POSTED.minusSeconds(600),
                POSTED,
                minutes == null ? null : POSTED.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void the_share_of_stories_in_which_we_were_first_and_the_median_over_all_that_were_compared() {
        var figure = Leading.figure(
                List.of(lead(1, 180), lead(2, 300), lead(3, -40), lead(4, 60), lead(5, null), lead(6, 0)));

        assertThat(figure.compared()).isEqualTo(5);
        assertThat(figure.ahead()).isEqualTo(3);
        assertThat(figure.percent()).isEqualTo(60);
        assertThat(figure.median()).isEqualTo(Duration.ofMinutes(60));
        assertThat(figure.unspoken()).isOne();
    }

    @Test
    void an_even_number_has_the_mean_of_both_in_the_middle_and_none_has_no_median() {
        assertThat(Leading.figure(List.of(lead(1, 10), lead(2, 20))).median()).isEqualTo(Duration.ofMinutes(15));
        assertThat(Leading.figure(List.of(lead(1, null))).median()).isNull();
        assertThat(Leading.figure(List.of()).percent()).isZero();
    }

    @Test
    void a_month_is_that_of_our_post_in_the_zone_of_the_brand() {
        assertThat(Leading.months(List.of(lead(1, 10)), ZoneId.of("Europe/Helsinki")))
                .extracting(Leading.Month::month)
                .containsExactly(YearMonth.of(2026, 10));
        assertThat(Leading.months(List.of(lead(1, 10)), ZoneId.of("Asia/Yekaterinburg")))
                .extracting(Leading.Month::month)
                .containsExactly(YearMonth.of(2026, 11));
    }
}
