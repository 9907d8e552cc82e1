package dev.parvi.community;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How the brand comes out of its conflicts, 0 to 100: six parts of ten how they ended, each weighing as much as it was severe, and
 * four parts whether the people came back in a mood that isn't negative. Empty where there is too little to tell from; so is each
 * part of it.
 *
 * @param cases that ended with an outcome within {@link #WITHIN}
 * @param earned what their outcomes are worth times their weights, {@code weight} the sum of the weights
 * @param well how many came back in a mood that isn't negative, {@code known} of how many it could be known
 */
public record Reputation(int cases, double earned, int weight, int well, int known) {

    public static final Duration WITHIN = Duration.ofDays(90);

    /** Fewer cases say nothing, nor do fewer people. */
    public static final int FEWEST = 5;

    public static final int ENDED_OF_TEN = 6;
    public static final int RETURNED_OF_TEN = 4;

    private static final double TEN = 10;
    private static final double PERCENT = 100;

    static Reputation of(List<Conflict> ended, int well, int known) {
        var earned = 0.0;
        var weight = 0;
        var cases = 0;
        for (var each : ended) {
            var closing = each.closing();
            if (closing != null && closing.outcome() != null) {
                earned += each.severity().weight() * closing.outcome().worth();
                weight += each.severity().weight();
                cases++;
            }
        }
        return new Reputation(cases, earned, weight, well, known);
    }

    /** 0 to 100. */
    public OptionalInt outcomes() {
        return cases < FEWEST ? OptionalInt.empty() : rounded(earned / weight);
    }

    /** 0 to 100. */
    public OptionalInt returns() {
        return known < FEWEST ? OptionalInt.empty() : rounded(well / (double) known);
    }

    public OptionalInt figure() {
        return cases < FEWEST || known < FEWEST
                ? OptionalInt.empty()
                : rounded((ENDED_OF_TEN * earned / weight + RETURNED_OF_TEN * well / (double) known) / TEN);
    }

    private static OptionalInt rounded(double share) {
        return OptionalInt.of((int) Math.round(share * PERCENT));
    }
}
