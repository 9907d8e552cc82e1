package dev.parvi.tracking.web;

import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Result;
import dev.parvi.tracking.Titles.Title;
import dev.parvi.ui.Amounts;
import dev.parvi.ui.Chart;
import dev.parvi.ui.Chart.Mark;
import dev.parvi.ui.Chart.Series;
import dev.parvi.ui.Page;
import dev.parvi.ui.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the page of results shows; {@code more} lines are left out. */
public record Brought(
        Asked asked,
        List<Line> lines,
        int more,
        List<Attributing.Named> names,
        List<Attributing.Day> days,
        boolean joinsDays) {

    private static final int CHART_DAYS = 92;

    /** A line of the table. */
    public record Line(Result result, @Nullable Title title) {

        /** What it's called; its number where nobody knows. */
        public String said() {
            return title == null ? result.key() : title.text();
        }
    }

    /** What was asked for; {@code until} is the last day that is in it. */
    public record Asked(By by, LocalDate from, LocalDate until, String name) {}

    public long people() {
        return days.stream().mapToLong(Attributing.Day::people).sum();
    }

    public long visitors() {
        return days.stream().mapToLong(Attributing.Day::visitors).sum();
    }

    public long conversions() {
        return names.stream().mapToLong(Attributing.Named::count).sum();
    }

    /** The usual conversions in the reader's language, the site's own as the site calls them. */
    public static String named(Page page, String name) {
        var key = "tracking.name." + name;
        return page.words().has(key) ? page.t(key) : name;
    }

    public static String parts(Page page, BigDecimal credit) {
        return Amounts.said(page.words(), Unit.PARTS, credit.doubleValue());
    }

    public static String money(Page page, BigDecimal worth) {
        return Amounts.said(page.words(), Unit.MONEY, worth.doubleValue());
    }

    /** Clicks and conversions by day; the last days of a long span. */
    public Chart chart(Page page) {
        var some = days.subList(Math.max(0, days.size() - CHART_DAYS), days.size());
        List<@Nullable Double> clicks = new ArrayList<>();
        List<@Nullable Double> done = new ArrayList<>();
        some.forEach(each -> {
            clicks.add((double) each.people());
            done.add((double) each.conversions());
        });
        return new Chart(
                some.stream().map(each -> page.date("d.M.", each.day())).toList(),
                List.of(
                        new Series(page.t("tracking.people"), Mark.COLUMN, clicks),
                        new Series(page.t("tracking.conversions"), Mark.LINE, done)),
                Unit.COUNT);
    }
}
