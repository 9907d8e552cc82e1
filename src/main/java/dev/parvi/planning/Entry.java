package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post at one time in the calendar, on one or several accounts.
 *
 * @param at on the wall of the brand's zone
 * @param said how it begins, at most 120 characters
 * @param fates what became of each version, in the order of {@code versions}; empty where nothing is known yet
 * @param state the one of its versions that most wants looking at
 */
public record Entry(
        PostId post,
        Instant instant,
        LocalDateTime at,
        String said,
        List<String> tags,
        @Nullable PillarId pillar,
        List<VersionId> versions,
        List<AccountId> accounts,
        boolean sealed,
        List<Fates.Fate> fates,
        Fates.State state) {

    /** Whether it may still be moved or taken back, as far as the calendar knows. */
    public boolean movable() {
        return !sealed;
    }

    /** What its versions are called together in forms: their numbers, with hyphens between. */
    public String key() {
        return versions.size() == 1
                ? versions.getFirst().toString()
                : String.join("-", versions.stream().map(VersionId::toString).toList());
    }
}
