package dev.parvi.listening.web.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Items by day as columns. All lengths are those of the drawing's box. */
public record DayChart(List<Column> columns, int most, int all) {

    public static final int HEIGHT = 40;
    static final int STEP = 12;

    /** @param height 0 where the day had none */
    public record Column(LocalDate day, int n, int x, int height) {}

    static DayChart of(Map<LocalDate, Integer> days) {
        var most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var columns = new ArrayList<Column>();
        for (var each : days.entrySet()) {
            var height = each.getValue() == 0 ? 0 : Math.max(2, each.getValue() * HEIGHT / most);
            columns.add(new Column(each.getKey(), each.getValue(), columns.size() * STEP, height));
        }
        return new DayChart(
                columns,
                most,
                days.values().stream().mapToInt(Integer::intValue).sum());
    }

    public static DayChart chart(Map<LocalDate, Integer> days) {
        return of(days);
    }

    public int width() {
        return Math.max(1, columns.size()) * STEP;
    }

    public int bar() {
        return STEP - 3;
    }
}
