package dev.parvi.community;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything said under one thing, as the inbox lists it.
 *
 * @param delivery the post of ours that it stands under; null where the desk didn't send it
 * @param head the beginning of the thing's own words; empty where they aren't known, or where they are the first comment's
 * @param assignee {@link #NOBODY} where nobody is
 * @param waitingSince since when somebody waits for us; null where nobody does
 * @param promisedBy by when they were promised an answer; null where nobody waits
 * @param lastAt when there was last said anything
 * @param comments how many are to be read there now, of which {@code ours} are ours
 * @param unread how many came in since a member last opened it
 * @param marks of everything said to us, {@code openMarks} of what was said since our last word
 * @param mood of what was said to us last
 * @param language of what was said to us last; empty where it can't be told
 * @param preview the beginning of what was said to us last
 */
public record Conversation(
        ConversationId id,
        AccountId account,
        String network,
        Kind kind,
        @Nullable DeliveryId delivery,
        String head,
        State state,
        @Nullable Instant snoozedUntil,
        MemberId assignee,
        Urgency urgency,
        boolean conflict,
        @Nullable Instant waitingSince,
        @Nullable Instant promisedBy,
        Instant lastAt,
        int comments,
        int ours,
        int unread,
        Set<Mark> marks,
        Set<Mark> openMarks,
        Mood mood,
        String language,
        String preview,
        String lastSpeaker) {

    public static final MemberId NOBODY = new MemberId(0);

    /** Where our work on it stands. */
    public enum State {
        OPEN,
        /** Comes back by itself when its time has come, or when somebody speaks. */
        SNOOZED,
        /** Comes back when somebody speaks. */
        DONE
    }

    public boolean waiting() {
        return waitingSince != null;
    }
}
