package dev.parvi.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor, or the brand itself, said under a post.
 *
 * @param parent the comment it answers
 * @param email where they left one; shown to those who moderate only
 * @param ours whether the brand itself says it
 */
public record Comment(
        long id,
        long post,
        @Nullable Long parent,
        String name,
        String email,
        String text,
        State state,
        Instant at,
        boolean ours) {

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
