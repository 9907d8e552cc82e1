package dev.parvi.planning.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-05");

    @Test
    void every_language_writes_its_own_way_and_the_same_each_time() {
        for (var round = 0; round < 2; round++) {
            assertThat(Dates.in(Locale.ENGLISH).longDay(DAY)).isEqualTo("Thursday, 5 November 2026");
            assertThat(Dates.in(Locale.of("fi")).longDay(DAY)).isEqualTo("torstai 5. marraskuuta 2026");
            assertThat(Dates.in(Locale.of("fi")).day(DAY)).isEqualTo("to 5.11.");
            assertThat(Dates.in(Locale.ENGLISH).day(DAY.plusDays(1))).isEqualTo("Fri 6 Nov");
        }
    }

    @Test
    void each_minute_of_a_day_has_its_own_time() {
        var dates = Dates.in(Locale.ENGLISH);
        for (var round = 0; round < 2; round++) {
            assertThat(dates.time(LocalTime.of(0, 0))).isEqualTo("00:00");
            assertThat(dates.time(LocalDateTime.parse("2026-11-05T23:59:58"))).isEqualTo("23:59");
            assertThat(dates.time(LocalTime.of(9, 5))).isEqualTo("09:05");
        }
    }

    @Test
    void more_days_than_are_kept_are_still_right() {
        var dates = Dates.in(Locale.ENGLISH);
        for (var day = 0; day < 5_000; day++) {
            dates.day(DAY.plusDays(day));
        }
        assertThat(dates.day(DAY)).isEqualTo("Thu 5 Nov");
    }
}
