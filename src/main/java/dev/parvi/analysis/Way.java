package dev.parvi.analysis;

import dev.parvi.brand.Goal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The path of a goal: a straight line from where it starts on its first day to its target at the end of its last.
 *
 * @param from when it begins, {@code to} when it ends
 */
record Way(double start, double target, Instant from, Instant to) {

    /** So much of the whole way it may lag before it's called behind. */
    static final double SLACK = 0.1;

    /** So early nothing is called behind. */
    static final Duration EARLY = Duration.ofDays(7);

    static Way of(Goal goal, ZoneId zone) {
        return new Way(
                goal.start(),
                goal.target(),
                goal.from().atStartOfDay(zone).toInstant(),
                goal.due().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Where it should stand. */
    double at(Instant when) {
        var part = (double) Duration.between(from, when).toSeconds()
                / Duration.between(from, to).toSeconds();
        return start + (target - start) * Math.max(0, Math.min(1, part));
    }

    /** How much of the way is done, in percent of it; below 0 where it went the wrong way. */
    double done(double value) {
        return 100 * (value - start) / (target - start);
    }

    boolean reached(double value) {
        return target >= start ? value >= target : value <= target;
    }

    /** More than a tenth of the whole way short of where it should stand. */
    boolean behind(double value, Instant now) {
        return !reached(value) && !now.isBefore(from.plus(EARLY)) && (at(now) - value) / (target - start) > SLACK;
    }

    /** Weeks until its end, 0 once it's over. */
    double left(Instant now) {
        return Math.max(
                0,
                Duration.between(now, to).toSeconds()
                        / (double) Duration.ofDays(7).toSeconds());
    }
}
