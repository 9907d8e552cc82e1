package dev.parvi.community;

import dev.parvi.connector.Moderates.Act;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule has found.
 *
 * @param rule its name
 * @param text the beginning of what was said; empty once erased
 * @param fault why the desk couldn't do it itself; empty where it didn't try
 * @param back the act that takes it back, where it stands so; null where somebody did something else since
 */
public record RuleHit(
        long id,
        long ruleId,
        String rule,
        CommentId comment,
        ConversationId conversation,
        String speaker,
        String text,
        Act act,
        State state,
        Instant at,
        String fault,
        @Nullable Act back) {

    /** What has become of it. */
    public enum State {
        /** The desk does it. */
        DUE,
        /** A person decides. */
        PROPOSED,
        DONE,
        DECLINED
    }
}
