package dev.parvi.community.web.people;

import dev.parvi.community.PersonCard.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's mood by month, as columns about a line: up what sounded glad, down what sounded upset, in the middle what was
 * neither. All lengths are those of the drawing's box.
 *
 * @param width of the box, whose height is {@link #HEIGHT}
 */
public record MoodChart(int width, List<Column> columns) {

    public static final int HEIGHT = 116;
    public static final int LINE = 48;
    static final int STEP = 44;
    static final int BAR = 24;

    private static final int REACH = 44;

    /** @param up how far it reaches above the line, {@code down} below it */
    public record Column(Month month, int x, int up, int down) {}

    static MoodChart of(List<Month> months) {
        var most = months.stream()
                .mapToInt(each -> Math.max(each.positive(), each.negative()))
                .max()
                .orElse(0);
        var columns = new ArrayList<Column>();
        for (var n = 0; n < months.size(); n++) {
            var each = months.get(n);
            columns.add(new Column(
                    each, n * STEP + (STEP - BAR) / 2, length(each.positive(), most), length(each.negative(), most)));
        }
        return new MoodChart(Math.max(1, months.size()) * STEP, columns);
    }

    public int bar() {
        return BAR;
    }

    /** Where the names of the months stand: their base line. */
    public int base() {
        return HEIGHT - 4;
    }

    /** What is there is seen, however little it is. */
    private static int length(int n, int most) {
        return n == 0 ? 0 : Math.max(3, n * REACH / most);
    }
}
