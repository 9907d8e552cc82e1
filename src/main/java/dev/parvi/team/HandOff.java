package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case given to somebody whose job it is, with an answer expected.
 *
 * @param subject where it came from, by the name and number that room knows it by
 * @param member who has it, where they are of the brand; null where an outsider holds its link
 * @param name what the one who has it is called
 * @param expiresAt until when the link works; null for one inside
 * @param openedAt when it was first looked at; null where it wasn't
 * @param answer what came back; why, where it was declined
 */
public record HandOff(
        long id,
        Subject subject,
        Job job,
        String title,
        String need,
        Packet packet,
        @Nullable MemberId member,
        String name,
        String email,
        @Nullable Instant expiresAt,
        String givenBy,
        Instant givenAt,
        Instant answerBy,
        @Nullable Instant openedAt,
        State state,
        @Nullable Instant settledAt,
        String answer) {

    /** @param kind the room's own word: {@code conversation} */
    public record Subject(String kind, long id) {}

    /** Whose work it is. */
    public enum Job {
        PR,
        ACCOUNT_MANAGER,
        SUPPORT,
        SALES
    }

    /** How far it is. */
    public enum State {
        GIVEN,
        ACCEPTED,
        DECLINED,
        ANSWERED,
        WITHDRAWN;

        /** Whether somebody is still expected to do something. */
        public boolean open() {
            return this == GIVEN || this == ACCEPTED;
        }
    }

    /** Whether the answer should have come by now. */
    public boolean overdue(Instant now) {
        return state.open() && answerBy.isBefore(now);
    }
}
