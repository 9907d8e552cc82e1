package dev.parvi.community;

import java.time.Duration;
import java.time.Instant;

/**
 * What makes a conversation look like a conflict: how many of its comments sound how, of whom, in which time. One comment may
 * count in several ways.
 *
 * @param negative whose mood is negative, or that complain
 * @param offensive that insult somebody
 * @param accusing that say we or somebody else lie, steal, hide something
 * @param threatening with court, the press, a boycott, or worse
 * @param people who said these
 * @param points see {@link Friction}
 */
public record Heat(
        int negative, int offensive, int accusing, int threatening, int people, int points, Instant from, Instant to) {

    private static final int SERIOUS = 10;
    private static final int GRAVE = 20;
    private static final int CROWD = 5;

    /** In minutes; at least 1. */
    public long minutes() {
        return Math.max(1, Duration.between(from, to).toMinutes());
    }

    /** How severe it looks until somebody says. */
    public Conflict.Severity severity() {
        if (points >= GRAVE || people >= CROWD) {
            return Conflict.Severity.GRAVE;
        }
        return points >= SERIOUS || threatening > 0 ? Conflict.Severity.SERIOUS : Conflict.Severity.MILD;
    }
}
