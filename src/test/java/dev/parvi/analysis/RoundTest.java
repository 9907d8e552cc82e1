package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static Circular circular(Report.Kind kind, DayOfWeek weekday, int day, String at) {
        return new Circular(
                1, "", kind, weekday, day, null, false, LocalTime.parse(at), "en", List.of(), 1, null, "", List.of());
    }

    private static @Nullable Instant next(Circular circular, String now) {
        return Round.next(circular, null, HELSINKI, Instant.parse(now));
    }

    @Test
    void a_week_is_the_last_whole_one_from_monday_to_sunday() {
        for (var day : List.of("2026-11-16", "2026-11-18", "2026-11-22")) {
            assertThat(Round.before(Report.Kind.WEEK, LocalDate.parse(day)))
                    .isEqualTo(new Round(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15)));
        }
        assertThat(Round.before(Report.Kind.MONTH, LocalDate.of(2027, 1, 28)))
                .isEqualTo(new Round(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)));
    }

    @Test
    void the_next_time_is_after_now_on_the_brands_clock() {
        var monday = circular(Report.Kind.WEEK, DayOfWeek.MONDAY, 1, "08:00");
        assertThat(next(monday, "2026-11-16T05:59:59Z")).isEqualTo(Instant.parse("2026-11-16T06:00:00Z"));
        assertThat(next(monday, "2026-11-16T06:00:00Z")).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        var third = circular(Report.Kind.MONTH, DayOfWeek.MONDAY, 3, "08:00");
        assertThat(next(third, "2026-12-03T06:00:00Z")).isEqualTo(Instant.parse("2027-01-03T06:00:00Z"));
    }

    @Test
    void an_hour_that_is_missing_is_as_much_later_and_one_that_comes_twice_is_the_first() {
        var missing = circular(Report.Kind.WEEK, DayOfWeek.SUNDAY, 1, "03:30");
        assertThat(next(missing, "2026-03-28T10:00:00Z")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(next(missing, "2026-10-24T10:00:00Z")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_campaign_has_one_time_and_then_none() {
        var campaign = circular(Report.Kind.CAMPAIGN, DayOfWeek.MONDAY, 1, "08:00");
        var days = new Round(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 13));
        assertThat(Round.next(campaign, days, HELSINKI, Instant.parse("2026-11-13T21:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-14T06:00:00Z"));
        assertThat(Round.next(campaign, days, HELSINKI, Instant.parse("2026-11-14T06:00:00Z")))
                .isNull();
        assertThat(next(campaign, "2026-11-13T21:00:00Z")).isNull();
    }

    @Test
    void while_a_campaign_runs_a_days_report_is_of_at_least_a_day_and_the_last_one_follows_its_end() {
        var campaign = new Circular(
                1,
                "",
                Report.Kind.CAMPAIGN,
                DayOfWeek.MONDAY,
                1,
                7L,
                true,
                LocalTime.of(8, 0),
                "en",
                List.of(),
                1,
                null,
                "",
                List.of());
        // From Monday the 2nd to Friday the 13th of November.
        var days = new Round(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 13));
        var at = Instant.parse("2026-10-01T00:00:00Z");
        for (var next : List.of("2026-11-09T06:00:00Z", "2026-11-14T06:00:00Z")) {
            at = Round.next(campaign, days, HELSINKI, at);
            assertThat(at).isEqualTo(Instant.parse(next));
        }
        assertThat(Round.next(campaign, days, HELSINKI, at)).isNull();
    }
}
