package dev.parvi.audience;

/** Tells a crowd that may have been bought from a good day; the rule and an example stand in {@code docs/figures.md}. */
final class Suspicion {

    /** Fewer are no crowd. */
    static final int LEAST = 20;

    /** So many times the usual. */
    static final int TIMES = 5;

    /** Fewer others say nothing of what is usual. */
    static final int OTHERS_LEAST = 20;

    /** In percent, where there are too few others. */
    static final int FEW = 10;

    private Suspicion() {}

    /**
     * @param joined on one day, {@code fits} of them
     * @param usual on a day of the 28 before, on average
     * @param others who follow besides, {@code othersFit} of them
     */
    static boolean of(int joined, int fits, double usual, int others, int othersFit) {
        return joined >= LEAST
                && joined >= TIMES * Math.max(usual, 1)
                && 2 * percent(fits, joined) <= (others < OTHERS_LEAST ? 2 * FEW : percent(othersFit, others));
    }

    static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }
}
