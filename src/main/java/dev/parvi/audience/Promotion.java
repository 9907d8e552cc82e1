package dev.parvi.audience;

import java.util.List;

/** Tells which posts are worth paying for; the rule and an example stand in {@code docs/figures.md}. */
final class Promotion {

    /** Fewer people are no talk, fewer posts no usual. */
    static final int PEOPLE_LEAST = 5;

    static final int POSTS_LEAST = 5;
    static final int TIMES = 2;
    static final int TOLD_LEAST = 3;
    static final int FITS_LEAST = 50;

    private Promotion() {}

    /**
     * @param people who spoke under it
     * @param usual the median of the account's posts
     * @param fits of those of whom it can be told, which are {@code told}
     */
    static boolean of(int people, double usual, int fits, int told) {
        return people >= PEOPLE_LEAST
                && people >= TIMES * usual
                && told >= TOLD_LEAST
                && Suspicion.percent(fits, told) >= FITS_LEAST;
    }

    /** Of an even number the mean of the two in the middle; 0 of none. */
    static double median(List<Integer> numbers) {
        var sorted = numbers.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
