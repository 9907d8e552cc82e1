package dev.parvi.audience.web;

import dev.parvi.audience.Growth.Week;
import java.util.ArrayList;
import java.util.List;

/** Joins by week as columns, who fits at the bottom. All lengths are those of the drawing's box. */
public record GrowthChart(int most, List<Column> columns) {

    public static final int HEIGHT = 150;
    public static final int WIDTH = Week12.COUNT * Week12.STEP;
    public static final int LINE = 122;
    static final int BAR = 30;

    private static final int REACH = 108;

    /** As many as are shown, and how wide one is. */
    private static final class Week12 {
        static final int COUNT = 12;
        static final int STEP = 54;
    }

    /** @param y where each part begins, {@code high} how high it is: fits, can't tell, doesn't */
    public record Column(Week week, int x, List<Part> parts) {

        public int middle() {
            return x + BAR / 2;
        }
    }

    public record Part(String kind, int y, int high) {}

    static GrowthChart of(List<Week> weeks) {
        var most = Math.max(
                1, weeks.stream().mapToInt(each -> each.joined().all()).max().orElse(0));
        var columns = new ArrayList<Column>();
        for (var n = 0; n < weeks.size(); n++) {
            var joined = weeks.get(n).joined();
            var parts = new ArrayList<Part>();
            var y = add(parts, "fits", LINE, joined.fits(), most);
            y = add(parts, "unknown", y, joined.unknown(), most);
            add(parts, "doesnt", y, joined.doesnt(), most);
            columns.add(new Column(weeks.get(n), n * Week12.STEP + (Week12.STEP - BAR) / 2, parts));
        }
        return new GrowthChart(most, columns);
    }

    public int bar() {
        return BAR;
    }

    /** What is there is seen, however little it is. */
    private static int add(List<Part> parts, String kind, int below, int n, int most) {
        if (n == 0) {
            return below;
        }
        var high = Math.max(3, n * REACH / most);
        parts.add(new Part(kind, below - high, high));
        return below - high;
    }
}
