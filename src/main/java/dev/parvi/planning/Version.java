package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a post reads on one account.
 *
 * @param own its own wording; null where it says what the post says
 * @param pictures which of the post's pictures go along, in the post's order; null for all
 * @param content what will be sent, to the letter
 */
public record Version(
        VersionId id,
        PostId post,
        AccountId account,
        @Nullable Wording own,
        @Nullable List<Long> pictures,
        Content content,
        @Nullable Instant plannedAt,
        boolean sealed) {

    public boolean planned() {
        return plannedAt != null;
    }

    /** Whether a picture of the post goes along. */
    public boolean takes(long picture) {
        return pictures == null || pictures.contains(picture);
    }
}
