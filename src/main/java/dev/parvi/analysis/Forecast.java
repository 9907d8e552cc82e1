package dev.parvi.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure will stand, from how it changed in the weeks before: its value and, for each week that is left, the mean change. The range
 * is that of eight times out of ten, if weeks to come are as different as those before: Student's prediction interval for a sum of {@code k} more
 * changes, {@code t · s · √(k + k²/n)}. Worked in {@code docs/figures.md}.
 *
 * @param low the lower end of the range, {@code high} the upper
 * @param weeks how many changes it's made of
 */
record Forecast(double low, double middle, double high, int weeks) {

    /** The part of ten that the range is made for. */
    static final int OF_TEN = 8;

    static final int FEWEST = 4;
    static final int MOST = 12;

    /** The 0.9 quantile of Student's distribution, by degrees of freedom from 3 on. */
    private static final double[] T = {1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363};

    /**
     * @param inside how often the real figure lay in the range that would have been said then
     * @param all how often that can be told
     */
    record Trial(int inside, int all) {

        /** Fewer say nothing. */
        static final int ENOUGH = 5;

        boolean enough() {
            return all >= ENOUGH;
        }

        /** 0 to 100, rounded. */
        int percent() {
            return all == 0 ? 0 : (int) Math.round(100.0 * inside / all);
        }
    }

    /**
     * @param changes by week, the latest last; the last twelve count
     * @param weeks how many are left, more than 0
     * @return null where there are too few changes
     */
    static @Nullable Forecast of(double value, List<Double> changes, double weeks) {
        var last = changes.subList(Math.max(0, changes.size() - MOST), changes.size());
        var n = last.size();
        if (n < FEWEST) {
            return null;
        }
        var mean = last.stream().mapToDouble(each -> each).average().orElseThrow();
        var squares =
                last.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        var spread = Math.sqrt(squares / (n - 1));
        var half = T[n - FEWEST] * spread * Math.sqrt(weeks + weeks * weeks / n);
        var middle = value + weeks * mean;
        return new Forecast(middle - half, middle, middle + half, n);
    }

    /** The same that can't come out of these bounds. */
    Forecast within(double least, double most) {
        return new Forecast(clamp(low, least, most), clamp(middle, least, most), clamp(high, least, most), weeks);
    }

    private static double clamp(double figure, double least, double most) {
        return Math.max(least, Math.min(most, figure));
    }

    /**
     * Tries it on the past: from each week that had enough before it, {@code ahead} weeks are forecast with what was known then.
     *
     * @param changes by week, the latest last
     */
    static Trial tried(List<Double> changes, int ahead) {
        var inside = 0;
        var all = 0;
        for (var at = FEWEST; at + ahead <= changes.size(); at++) {
            var said = of(0, changes.subList(0, at), ahead);
            var real = changes.subList(at, at + ahead).stream()
                    .mapToDouble(each -> each)
                    .sum();
            if (said != null) {
                all++;
                inside += said.low() <= real && real <= said.high() ? 1 : 0;
            }
        }
        return new Trial(inside, all);
    }
}
