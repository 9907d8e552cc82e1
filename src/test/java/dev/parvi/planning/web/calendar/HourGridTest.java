package dev.parvi.planning.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.planning.Agenda;
import dev.parvi.planning.Entry;
import dev.parvi.planning.Fates;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourGridTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-04");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Test
    void what_stands_apart_has_the_whole_width() {
        assertThat(HourGrid.of(day(entries("09:00", "09:45"), List.of())))
                .extracting(HourGrid.Item::lanes)
                .containsExactly(1, 1);
    }

    @Test
    void what_would_lie_on_each_other_stands_side_by_side() {
        var items = HourGrid.of(day(entries("09:00", "09:30", "10:00"), List.of()));
        assertThat(items).extracting(HourGrid.Item::lane).containsExactly(0, 1, 0);
        assertThat(items).extracting(HourGrid.Item::lanes).containsExactly(2, 2, 2);
    }

    @Test
    void what_has_no_lane_is_counted_where_it_would_stand() {
        var items = HourGrid.of(day(entries("09:00", "09:00", "09:00", "09:15", "09:50"), List.of()));
        assertThat(items.stream().filter(item -> item.more() > 0))
                .extracting(HourGrid.Item::quarter, HourGrid.Item::more)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(36, 2));
        assertThat(items.stream().filter(HourGrid.Item::hidden)).hasSize(2);
        assertThat(items.stream().filter(item -> item.entry() != null)).hasSize(5);
    }

    @Test
    void posts_come_before_free_slots() {
        var items = HourGrid.of(day(entries("09:30", "09:30", "09:30"), gaps("09:15")));
        assertThat(items.stream().filter(item -> item.entry() != null && item.hidden()))
                .hasSize(1);
        assertThat(items.stream().filter(item -> item.gap() != null && item.hidden()))
                .hasSize(1);
    }

    @Test
    void the_last_quarters_of_the_day_leave_room_to_be_read() {
        assertThat(HourGrid.of(day(entries("23:59"), List.of())))
                .extracting(HourGrid.Item::quarter)
                .containsExactly(93);
    }

    @Test
    void the_hour_that_is_missing_and_the_one_that_comes_twice_are_marked() {
        assertThat(HourGrid.changes(empty("2027-03-28"), HELSINKI)).containsExactly(new HourGrid.Change(12, 4, true));
        assertThat(HourGrid.changes(empty("2027-10-31"), HELSINKI)).containsExactly(new HourGrid.Change(12, 4, false));
        assertThat(HourGrid.changes(empty("2027-03-14"), ZoneId.of("America/New_York")))
                .containsExactly(new HourGrid.Change(8, 4, true));
        assertThat(HourGrid.changes(empty("2027-03-27"), HELSINKI)).isEmpty();
        assertThat(HourGrid.changes(empty("2027-03-28"), ZoneOffset.UTC)).isEmpty();
    }

    private static Agenda.Day day(List<Entry> entries, List<Agenda.Gap> gaps) {
        return new Agenda.Day(DAY, entries, 0, gaps);
    }

    private static Agenda.Day empty(String date) {
        return new Agenda.Day(LocalDate.parse(date), List.of(), 0, List.of());
    }

    private static List<Agenda.Gap> gaps(String... times) {
        return Arrays.stream(times)
                .map(java.time.LocalTime::parse)
                .map(time -> new Agenda.Gap(
                        new AccountId(1),
                        DAY.atTime(time),
                        DAY.atTime(time).atZone(HELSINKI).toInstant()))
                .toList();
    }

    private static List<Entry> entries(String... times) {
        return Arrays.stream(times)
                .map(java.time.LocalTime::parse)
                .map(time -> new Entry(
                        new PostId(1),
                        DAY.atTime(time).atZone(HELSINKI).toInstant(),
                        DAY.atTime(time),
                        "Said",
                        List.of(),
                        null,
                        List.of(new VersionId(1)),
                        List.of(new AccountId(1)),
                        false,
                        List.of(),
                        Fates.State.PLANNED))
                .toList();
    }
}
