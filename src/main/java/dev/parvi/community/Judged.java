package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.text.Correction;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An utterance that a moderator has judged.
 *
 * @param act by which it's undone, perhaps with others
 * @param language as it was understood before, as mood and marks
 * @param right what they said instead; nothing in it where it was right. Its text is empty where who said it was erased
 * @param drawn whether it was drawn by lot
 * @param undoneAt null where it holds; {@code undoneBy} means nothing then
 */
public record Judged(
        long id,
        UUID act,
        ConversationId conversation,
        CommentId comment,
        MemberId by,
        Instant at,
        String language,
        Mood mood,
        Set<Mark> marks,
        Correction right,
        boolean drawn,
        @Nullable Instant undoneAt,
        MemberId undoneBy) {

    /** Whether nothing about it was wrong. */
    public boolean fine() {
        return right.language() == null && right.mood() == null && right.marks().isEmpty();
    }
}
