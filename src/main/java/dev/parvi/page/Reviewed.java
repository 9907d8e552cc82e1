package dev.parvi.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of reviews.
 *
 * @param reviews each with what answers it, the newest first
 * @param older where the next page begins; null after the last one
 * @param own the reader's own review, which another one would change; null where there is none
 */
public record Reviewed(
        Ratings ratings,
        List<Strand> reviews,
        @Nullable Long older,
        @Nullable Comment own) {}
