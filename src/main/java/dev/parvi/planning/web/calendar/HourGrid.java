package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Agenda;
import dev.parvi.planning.Entry;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day of the week's view, in quarters of an hour from 0 to 95. What would lie on each other stands side by side in at most
 * three lanes; what has no lane is counted where it would stand.
 */
public final class HourGrid {

    /** The last quarter an entry is drawn at: below it there is no room for one. */
    private static final int LAST = 93;

    /** How many quarters an entry takes to be read, however long a post takes to go out. */
    private static final int TALL = 3;

    private static final int LANES = 3;
    private static final int QUARTER = 15;

    private HourGrid() {}

    /**
     * @param entry null where it's a gap or a count
     * @param lane from 0; beside {@code lanes} where there is no room, and then it's only counted
     * @param more how many are only counted here; 0 for an entry or a gap
     */
    public record Item(@Nullable Entry entry, Agenda.@Nullable Gap gap, int quarter, int lane, int lanes, int more) {

        public boolean hidden() {
            return lane >= lanes;
        }

        private Item on(int otherLane, int otherLanes) {
            return new Item(entry, gap, quarter, otherLane, otherLanes, more);
        }
    }

    /** The clocks are moved: that part of the day doesn't exist, or comes twice. */
    public record Change(int quarter, int quarters, boolean gap) {}

    /** By time, so that a list reads well too. */
    public static List<Item> of(Agenda.Day day) {
        var items = Stream.concat(
                        day.entries().stream()
                                .map(entry -> item(entry, null, entry.at().toLocalTime())),
                        day.gaps().stream().map(gap -> item(null, gap, gap.at().toLocalTime())))
                .sorted(Comparator.comparingInt(Item::quarter))
                .toList();
        var laid = new ArrayList<Item>();
        for (var from = 0; from < items.size(); ) {
            var to = end(items, from);
            laid.addAll(side(items.subList(from, to)));
            from = to;
        }
        return laid;
    }

    /** Where the clocks are moved on a day. */
    public static List<Change> changes(Agenda.Day day, ZoneId zone) {
        var next = zone.getRules().nextTransition(day.date().atStartOfDay(zone).toInstant());
        if (next == null
                || !next.getDateTimeBefore().toLocalDate().equals(day.date())
                || next.getDuration().abs().compareTo(ChronoUnit.DAYS.getDuration()) >= 0) {
            return List.of();
        }
        var first = next.isGap() ? next.getDateTimeBefore() : next.getDateTimeAfter();
        var quarters = (int) (next.getDuration().abs().toMinutes() / QUARTER);
        return List.of(new Change(quarter(first.toLocalTime()), Math.clamp(quarters, 1, 4), next.isGap()));
    }

    public static int quarter(LocalTime time) {
        return time.toSecondOfDay() / (QUARTER * 60);
    }

    private static Item item(@Nullable Entry entry, Agenda.@Nullable Gap gap, LocalTime at) {
        return new Item(entry, gap, Math.min(LAST, quarter(at)), 0, 1, 0);
    }

    /** The end of those from {@code from} on that lie on each other, directly or by way of others. */
    private static int end(List<Item> items, int from) {
        var free = items.get(from).quarter() + TALL;
        var to = from + 1;
        while (to < items.size() && items.get(to).quarter() < free) {
            free = items.get(to).quarter() + TALL;
            to++;
        }
        return to;
    }

    private static List<Item> side(List<Item> items) {
        var lanes = lanes(items, LANES);
        if (lanes.stream().noneMatch(lane -> lane == LANES)) {
            var most = lanes.stream().mapToInt(lane -> lane + 1).max().orElse(1);
            return laid(items, lanes, most);
        }
        return counted(items, lanes(items, LANES - 1));
    }

    /** The lane of each; {@code most} where all are taken. Entries come before free slots. */
    private static List<Integer> lanes(List<Item> items, int most) {
        var lanes = new ArrayList<>(items.stream().map(item -> most).toList());
        for (var entries : new boolean[] {true, false}) {
            for (var n = 0; n < items.size(); n++) {
                if ((items.get(n).entry() != null) == entries) {
                    lanes.set(n, lane(items, lanes, n, most));
                }
            }
        }
        return lanes;
    }

    private static int lane(List<Item> items, List<Integer> lanes, int n, int most) {
        for (var lane = 0; lane < most; lane++) {
            if (free(items, lanes, n, lane)) {
                return lane;
            }
        }
        return most;
    }

    private static boolean free(List<Item> items, List<Integer> lanes, int n, int lane) {
        for (var other = 0; other < items.size(); other++) {
            if (lanes.get(other) == lane
                    && Math.abs(items.get(other).quarter() - items.get(n).quarter()) < TALL) {
                return false;
            }
        }
        return true;
    }

    private static List<Item> laid(List<Item> items, List<Integer> lanes, int most) {
        var laid = new ArrayList<Item>();
        for (var n = 0; n < items.size(); n++) {
            laid.add(items.get(n).on(lanes.get(n), most));
        }
        return laid;
    }

    /** Those without a lane are counted in the last one, at the first of them and for as long as an entry is tall. */
    private static List<Item> counted(List<Item> items, List<Integer> lanes) {
        var laid = new ArrayList<Item>();
        var count = -1;
        for (var n = 0; n < items.size(); n++) {
            var item = items.get(n);
            var over = lanes.get(n) == LANES - 1;
            if (over && (count < 0 || item.quarter() >= laid.get(count).quarter() + TALL)) {
                count = laid.size();
                laid.add(new Item(null, null, item.quarter(), LANES - 1, LANES, 0));
            }
            if (over) {
                var counted = laid.get(count);
                laid.set(count, new Item(null, null, counted.quarter(), LANES - 1, LANES, counted.more() + 1));
            }
            laid.add(item.on(over ? LANES : lanes.get(n), LANES));
        }
        return laid;
    }
}
