package dev.parvi.analysis.web.goals;

import dev.parvi.analysis.Figuring;
import dev.parvi.analysis.Standing;
import dev.parvi.analysis.Standing.Point;
import dev.parvi.brand.Measure;
import dev.parvi.ui.Chart;
import dev.parvi.ui.Chart.Mark;
import dev.parvi.ui.Chart.Series;
import dev.parvi.ui.Page;
import dev.parvi.ui.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How goals are said and drawn. */
public final class Course {

    private static final int WIDE = 100;

    private Course() {}

    public static Unit unit(Measure measure) {
        return Figuring.unit(measure);
    }

    /** What it stood at, its path, and the range of what is to come. */
    public static Chart chart(Page page, Standing standing) {
        var points = standing.course();
        var series = new ArrayList<Series>();
        if (points.stream().anyMatch(each -> each.low() != null)) {
            series.add(new Series(
                    page.t("analysis.goals.range"),
                    Mark.BAND,
                    points.stream().<@Nullable Double>map(Point::low).toList(),
                    points.stream().<@Nullable Double>map(Point::high).toList()));
        }
        series.add(new Series(
                page.t("analysis.goals.path"),
                Mark.DASHED,
                points.stream().<@Nullable Double>map(Point::path).toList()));
        if (points.stream().map(Point::value).anyMatch(Objects::nonNull)) {
            series.add(new Series(
                    page.t("analysis.goals.value"),
                    Mark.LINE,
                    points.stream().<@Nullable Double>map(Point::value).toList()));
        }
        return new Chart(
                points.stream().map(each -> page.date("d LLL", each.day())).toList(),
                series,
                unit(standing.goal().measure()));
    }

    /** 0 to 100, for a bar. */
    public static int wide(Standing standing) {
        var done = standing.done();
        return done == null ? 0 : (int) Math.round(Math.max(0, Math.min(WIDE, done)));
    }

    /** Goals of one account, or the company's where {@code account} is 0. */
    public static List<Standing> of(List<Standing> all, long account) {
        return all.stream()
                .filter(each -> each.goal().account() == null
                        ? account == 0
                        : each.goal().account().value() == account)
                .toList();
    }

    public static List<Standing> below(List<Standing> all, Standing above) {
        return all.stream()
                .filter(each -> above.goal().id().equals(each.goal().above()))
                .toList();
    }
}
