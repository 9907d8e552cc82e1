package dev.parvi.community;

/**
 * How often mood and marks were right lately.
 *
 * @param asked how many utterances drawn by lot were judged, {@code fine} of which nothing was wrong
 * @param wrong how many utterances were corrected, drawn or not
 * @param heard how many were understood in the same time; {@link #MOST_HEARD} stands for that many or more
 */
public record Rightness(int asked, int fine, int wrong, int heard) {

    public static final int MOST_HEARD = 10_000;

    /** With fewer the range is too wide to say anything. */
    public static final int ENOUGH = 20;

    /** Of a standard normal distribution 95 % lie within it. */
    private static final double WITHIN = 1.96;

    public boolean says() {
        return asked >= ENOUGH;
    }

    /** In per cent, rounded. */
    public int share() {
        return asked == 0 ? 0 : (int) Math.round(100.0 * fine / asked);
    }

    /** Per cent below which the true share hardly lies (95 %; Wilson's score interval, 1927). */
    public int low() {
        return (int) Math.floor(100 * Math.max(0, middle() - spread()));
    }

    /** As {@link #low()}, above. */
    public int high() {
        return (int) Math.ceil(100 * Math.min(1, middle() + spread()));
    }

    private double middle() {
        var n = Math.max(1, asked);
        return ((double) fine / n + WITHIN * WITHIN / (2 * n)) / (1 + WITHIN * WITHIN / n);
    }

    private double spread() {
        var n = Math.max(1, asked);
        var p = (double) fine / n;
        return WITHIN * Math.sqrt(p * (1 - p) / n + WITHIN * WITHIN / (4.0 * n * n)) / (1 + WITHIN * WITHIN / n);
    }
}
