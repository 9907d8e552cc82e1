package dev.parvi.analysis;

import dev.parvi.brand.Goal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal is.
 *
 * @param value now; null where nobody can say
 * @param path where it should stand now
 * @param done percent of the way; null where its value is unknown
 * @param low the lower end of what it may come to at its end, {@code middle} its middle; null where there is too little to tell from
 * @param inside of {@code tried} weeks of the past, in how many the range that would have been said held; at {@code ahead} weeks ahead
 * @param behind whether it's behind its path
 * @param course by week: from before it began until its end
 * @param readAt of the latest thing that it's made of
 */
public record Standing(
        Goal goal,
        @Nullable Double value,
        double path,
        @Nullable Double done,
        @Nullable Double low,
        @Nullable Double middle,
        @Nullable Double high,
        int inside,
        int tried,
        int ahead,
        boolean behind,
        boolean over,
        boolean reached,
        List<Point> course,
        Instant readAt) {

    /**
     * The end of a week.
     *
     * @param value what it stood at; null where unknown, or still to come
     * @param path where it should stand; null before it begins
     * @param low of the range still to come, else null
     */
    public record Point(
            LocalDate day,
            @Nullable Double value,
            @Nullable Double path,
            @Nullable Double low,
            @Nullable Double high) {}

    /** Whether even the better end of the range lies short of the target. */
    public boolean fallsShort() {
        return goal.downwards() ? low != null && low > goal.target() : high != null && high < goal.target();
    }

    /** Whether enough weeks were tried for a share to mean something. */
    public boolean proven() {
        return tried >= Forecast.Trial.ENOUGH;
    }

    /** 0 to 100, rounded. */
    public int share() {
        return new Forecast.Trial(inside, tried).percent();
    }
}
