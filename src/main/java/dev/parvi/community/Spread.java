package dev.parvi.community;

/**
 * The mean of what was counted on some posts, and between which bounds the mean of many more would lie: with 95 in 100 chances,
 * by Student's distribution, and never closer together than chance alone would have them: five posts with three comments each
 * don't say that the sixth has three.
 *
 * @param low never below 0
 */
public record Spread(double mean, double low, double high) {

    /** With fewer posts nothing is said. */
    public static final int LEAST = 5;

    /** Quantiles of 97.5% by degrees of freedom from 4; beyond 30 a common approximation: 1.96 + 2.4 / df. */
    private static final double[] STUDENT = {
        2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093,
        2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * @param n at least {@link #LEAST}
     * @param squares the sum of the squares
     */
    static Spread of(int n, double sum, double squares) {
        var mean = sum / n;
        var seen = (squares - sum * sum / n) / (n - 1);
        var half = student(n - 1) * Math.sqrt(Math.max(seen, chance(n, mean)) / n);
        return new Spread(mean, Math.max(0, mean - half), mean + half);
    }

    /** By chance alone what is counted varies by its mean (Poisson); where nothing was seen, as if one had been. */
    private static double chance(int n, double mean) {
        return Math.max(mean, 1.0 / n);
    }

    static double student(int freedom) {
        var at = freedom - 4;
        return at < STUDENT.length ? STUDENT[at] : 1.96 + 2.4 / freedom;
    }

    /** Whether the two can't well be of the same kind. */
    boolean apart(Spread other) {
        return low > other.high || high < other.low;
    }
}
