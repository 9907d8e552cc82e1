package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import org.jspecify.annotations.Nullable;

/**
 * Which of the planned posts are wanted; what is null or empty lets all through.
 *
 * @param tag without its sign, in any case
 */
public record Filter(
        @Nullable AccountId account,
        Fates.@Nullable State state,
        String tag,
        @Nullable PillarId pillar) {

    public static final Filter ALL = new Filter(null, null, "", null);

    public boolean open() {
        return equals(ALL);
    }
}
