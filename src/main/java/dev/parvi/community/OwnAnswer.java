package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we say to somebody.
 *
 * @param comment what it answers
 * @param delivery where it stands in the ledger, once it was handed in
 * @param decidedBy who let it go, or refused it; null where nobody has
 * @param reason why it was refused
 */
public record OwnAnswer(
        long id,
        ConversationId conversation,
        CommentId comment,
        State state,
        String text,
        @Nullable DeliveryId delivery,
        MemberId writtenBy,
        Instant writtenAt,
        @Nullable MemberId decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    public enum State {
        /** A second person is to look at it. */
        ASKED,
        HANDED,
        REFUSED,
        WITHDRAWN
    }
}
