package dev.parvi.brand;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.GoalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an account is for, as a figure with a date; or what the company wants of all of them.
 *
 * @param account null for the company's
 * @param above the company's goal that it works for
 * @param baseline where a level began; of a sum what came in as much time before, to compare
 * @param from the first day, {@code due} the last, both in the brand's zone
 * @param endedAt null while it's worked for
 * @param behindAt since when it's behind its path; null where it isn't
 */
public record Goal(
        GoalId id,
        @Nullable AccountId account,
        @Nullable GoalId above,
        String name,
        Measure measure,
        double baseline,
        double target,
        LocalDate from,
        LocalDate due,
        String note,
        @Nullable Instant endedAt,
        @Nullable Instant behindAt) {

    /** What its measure stood at on a day; {@code typed} whether a member said so. */
    public record Reading(LocalDate day, double value, boolean typed, String note) {}

    public boolean company() {
        return account == null;
    }

    /** Where its path begins: a sum at nothing, a level at its baseline. */
    public double start() {
        return measure.sums() ? 0 : baseline;
    }

    /** Days of it, the first and the last included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, due) + 1;
    }

    /** Less is better. */
    public boolean downwards() {
        return target < start();
    }
}
