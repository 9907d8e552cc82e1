package dev.parvi.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor, or the brand itself, said under a post.
 *
 * @param post it stands under; null for a review, and for what answers one
 * @param parent the comment it answers
 * @param email where they left one; shown to those who moderate only
 * @param ours whether the brand itself says it
 * @param stars 1 to 5 for a review, else null
 */
public record Comment(
        long id,
        @Nullable Long post,
        @Nullable Long parent,
        String name,
        String email,
        String text,
        State state,
        Instant at,
        boolean ours,
        @Nullable Integer stars,
        @Nullable Instant editedAt) {

    /** Where a comment stands. */
    public enum State {
        /** Waits for somebody to read it; its writer sees it. */
        HELD,
        SHOWN,
        /** Folded away by the brand; it stays, without words, where others answered it. */
        HIDDEN,
        SPAM,
        /** Its words are gone, at first for readers and later for good; it stays where others answered it. */
        DELETED;

        /** Whether somebody may read it: everybody, or its writer alone. */
        public boolean readable() {
            return this == SHOWN || this == HELD;
        }
    }

    public Prose prose() {
        return Prose.of(text);
    }
}
