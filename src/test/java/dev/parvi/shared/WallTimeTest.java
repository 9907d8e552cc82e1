package dev.parvi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki,  2027-03-28T03:30, 2027-03-28T04:30, 2027-03-28T01:30:00Z",
        "America/New_York, 2027-03-14T02:30, 2027-03-14T03:30, 2027-03-14T07:30:00Z",
    })
    void a_missing_hour_moves_ahead_and_says_so(
            ZoneId zone, LocalDateTime asked, LocalDateTime moved, Instant instant) {
        assertThat(new WallTime(asked, zone).read(WallTime.Choice.FIRST))
                .isEqualTo(new WallTime.Gap(asked, new WallTime(moved, zone), instant));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki,  2026-10-25T03:30, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z, 2026-11-01T06:30:00Z",
    })
    void a_doubled_hour_gives_both_and_takes_the_chosen_one(
            ZoneId zone, LocalDateTime local, Instant first, Instant second) {
        var time = new WallTime(local, zone);
        assertThat(time.read(WallTime.Choice.FIRST))
                .isEqualTo(new WallTime.Overlap(time, first, second, WallTime.Choice.FIRST));
        assertThat(time.read(WallTime.Choice.FIRST).instant()).isEqualTo(first);
        assertThat(time.read(WallTime.Choice.SECOND).instant()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki,  2027-03-28T02:59, 2027-03-28T00:59:00Z",
        "Europe/Helsinki,  2027-03-28T04:00, 2027-03-28T01:00:00Z",
        "America/New_York, 2026-11-01T00:59, 2026-11-01T04:59:00Z",
        "America/New_York, 2026-11-01T02:00, 2026-11-01T07:00:00Z",
    })
    void the_minutes_beside_a_change_are_plain(ZoneId zone, LocalDateTime local, Instant instant) {
        var time = new WallTime(local, zone);
        assertThat(time.read(WallTime.Choice.SECOND)).isEqualTo(new WallTime.Plain(time, instant));
    }

    @Test
    void an_instant_is_read_on_the_wall_of_its_zone() {
        var zone = ZoneId.of("Europe/Helsinki");
        assertThat(WallTime.of(Instant.parse("2026-11-22T10:15:00Z"), zone))
                .isEqualTo(new WallTime(LocalDateTime.parse("2026-11-22T12:15"), zone));
    }
}
