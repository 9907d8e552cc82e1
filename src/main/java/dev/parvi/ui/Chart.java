package dev.parvi.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures over a row of times or kinds, drawn on the server: the same on a page, on paper and without a script. Series differ in their
 * form and not in their colour alone. All lengths are those of the drawing's box, {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param labels below the figures, one each
 * @param unit of all its figures
 */
public record Chart(List<String> labels, List<Series> series, Unit unit) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;
    public static final int LEFT = 48;
    public static final int RIGHT = 12;
    public static final int TOP = 12;
    public static final int BOTTOM = 28;

    /** Where a scale's lines may lie, in tens, ones, tenths … */
    private static final double[] STEPS = {1, 2, 5, 10};

    private static final int LINES = 4;
    private static final int LABELS = 8;
    private static final double PART = 0.62;

    /** How a series is drawn. */
    public enum Mark {
        COLUMN,
        LINE,
        /** A line of dashes, for what is only compared or wished for. */
        DASHED,
        /** The space between two lines, for what may be. */
        BAND
    }

    /**
     * @param values one for each label; null where it isn't known
     * @param tops of a band its upper line, else empty
     */
    public record Series(String name, Mark mark, List<@Nullable Double> values, List<@Nullable Double> tops) {

        public Series(String name, Mark mark, List<@Nullable Double> values) {
            this(name, mark, values, List.of());
        }
    }

    public record Column(double x, double y, double width, double height) {}

    public record Dot(double x, double y) {}

    /** A line of the scale. */
    public record Tick(double y, double value) {}

    /** A word below. */
    public record Label(double x, String text) {}

    public boolean empty() {
        return figures().findAny().isEmpty();
    }

    private Stream<Double> figures() {
        return series.stream()
                .flatMap(each -> Stream.concat(each.values().stream(), each.tops().stream()))
                .filter(Objects::nonNull);
    }

    /** The scale's end, a round number at or above all figures; 0 stands at its beginning unless something lies below. */
    public double most() {
        var most = figures().mapToDouble(each -> each).max().orElse(1);
        return Math.max(step(), Math.ceil(most / step()) * step());
    }

    public double least() {
        var least = figures().mapToDouble(each -> each).min().orElse(0);
        return least >= 0 ? 0 : Math.floor(least / step()) * step();
    }

    private double step() {
        var most = figures().mapToDouble(Math::abs).max().orElse(1);
        if (most <= 0) {
            return 1;
        }
        var tens = Math.pow(10, Math.floor(Math.log10(most / LINES)));
        for (var each : STEPS) {
            if (most / (each * tens) <= LINES) {
                return each * tens;
            }
        }
        return STEPS[STEPS.length - 1] * tens;
    }

    public List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        for (var n = 0; least() + n * step() <= most() + step() / 2; n++) {
            ticks.add(new Tick(y(least() + n * step()), least() + n * step()));
        }
        return ticks;
    }

    /** At most eight, evenly; the first among them. */
    public List<Label> shown() {
        var every = Math.max(1, (labels.size() + LABELS - 1) / LABELS);
        var shown = new ArrayList<Label>();
        for (var n = 0; n < labels.size(); n += every) {
            shown.add(new Label(x(n), labels.get(n)));
        }
        return shown;
    }

    /** Of the series of this number among those drawn as columns. */
    public List<Column> columns(Series of) {
        var width = place() * PART;
        var columns = new ArrayList<Column>();
        for (var n = 0; n < of.values().size(); n++) {
            var value = of.values().get(n);
            if (value != null) {
                var top = Math.min(y(value), y(0));
                // What is there is seen, however little it is.
                var height = value == 0 ? 0 : Math.max(2, Math.abs(y(value) - y(0)));
                columns.add(new Column(round(x(n) - width / 2), round(top), round(width), round(height)));
            }
        }
        return columns;
    }

    public List<Dot> dots(Series of) {
        var dots = new ArrayList<Dot>();
        for (var n = 0; n < of.values().size(); n++) {
            var value = of.values().get(n);
            if (value != null) {
                dots.add(new Dot(round(x(n)), round(y(value))));
            }
        }
        return dots;
    }

    /** The data of a path through what is known; it ends where something is missing and begins again after it. */
    public String path(Series of) {
        var path = new StringBuilder();
        var drawn = false;
        for (var n = 0; n < of.values().size(); n++) {
            var value = of.values().get(n);
            if (value != null) {
                path.append(drawn ? 'L' : 'M').append(at(n, value));
            }
            drawn = value != null;
        }
        return path.toString();
    }

    /** The outline of a band. */
    public String outline(Series of) {
        var there = new ArrayList<String>();
        var back = new ArrayList<String>();
        for (var n = 0; n < of.values().size(); n++) {
            var low = of.values().get(n);
            var high = n < of.tops().size() ? of.tops().get(n) : null;
            if (low != null && high != null) {
                there.add(at(n, high));
                back.addFirst(at(n, low));
            }
        }
        there.addAll(back);
        return there.isEmpty() ? "" : "M" + String.join("L", there) + "Z";
    }

    public double floor() {
        return round(y(Math.max(0, least())));
    }

    private double place() {
        return (double) (WIDTH - LEFT - RIGHT) / Math.max(1, labels.size());
    }

    public double x(int n) {
        return round(LEFT + place() * (n + 0.5));
    }

    public double y(double value) {
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (most() - value) / (most() - least()));
    }

    private String at(int n, double value) {
        return x(n) + " " + y(value);
    }

    private static double round(double length) {
        return Math.round(length * 10) / 10.0;
    }
}
