package dev.parvi.listening.web.news;

import dev.parvi.listening.Told.Growth;
import dev.parvi.listening.Told.Hour;
import java.util.ArrayList;
import java.util.List;

/**
 * How a story grew: a column for each hour, the height of its items. All lengths are those of the drawing's box.
 *
 * @param width of the box, whose height is {@link #HEIGHT}
 * @param most items in one hour
 */
public record GrowthChart(int width, int most, List<Column> columns) {

    public static final int HEIGHT = 96;

    /** Where columns stand. */
    public static final int LINE = 76;

    static final int STEP = 14;
    static final int BAR = 10;

    private static final int REACH = 64;
    private static final int LABELS = 6;

    /** The room that a time needs. */
    private static final int LABEL = 44;

    /** @param named whether its hour is written below */
    public record Column(Hour hour, int x, int height, boolean named) {}

    static GrowthChart of(Growth growth) {
        var hours = growth.hours();
        var most = hours.stream().mapToInt(Hour::items).max().orElse(0);
        var every = Math.max((LABEL + STEP - 1) / STEP, (hours.size() + LABELS - 1) / LABELS);
        var columns = new ArrayList<Column>();
        for (var n = 0; n < hours.size(); n++) {
            var each = hours.get(n);
            var height = each.items() == 0 ? 0 : Math.max(3, each.items() * REACH / most);
            columns.add(new Column(each, n * STEP + (STEP - BAR) / 2, height, n % every == 0));
        }
        return new GrowthChart(Math.max(1, hours.size()) * STEP + LABEL, most, columns);
    }

    public int bar() {
        return BAR;
    }

    /** The base line of the hours' names. */
    public int base() {
        return HEIGHT - 4;
    }
}
