package dev.parvi.audience;

import org.jspecify.annotations.Nullable;

/**
 * What a campaign brought: joins on its days beyond what is usual. An estimate, since networks don't say who came by what; reckoned as in
 * {@code docs/figures.md}.
 *
 * @param cents all that was paid
 * @param known joins that are known to have come by it
 * @param days that have passed of it, {@code before} the days before it in which joins were known, 28 at most
 * @param all joins on its days
 * @param old days of it that lie 30 days back: only of them it can be told who stayed
 */
public record Yield(long cents, int known, int days, int before, Part all, Part fitting, Part staying, int old) {

    /** So many days before are needed to say what is usual. */
    public static final int BEFORE_LEAST = 14;

    /**
     * @param joined on the campaign's days, {@code earlier} on the days before it
     */
    public record Part(int joined, int earlier) {}

    public boolean compared() {
        return before >= BEFORE_LEAST;
    }

    /** Joins beyond the usual, never below 0; null where it isn't known what is usual, or no day has passed. */
    public @Nullable Double extra(Part part) {
        var over = part == staying ? old : days;
        return !compared() || over == 0 ? null : Math.max(0, part.joined() - (double) part.earlier() * over / before);
    }

    /** Cents for each of them; null where there are none, or it can't be told. */
    public @Nullable Long each(Part part) {
        var extra = extra(part);
        var paid = part == staying && days > 0 ? cents * old / days : cents;
        return extra == null || extra < 1 || cents == 0 ? null : Math.round(paid / extra);
    }
}
