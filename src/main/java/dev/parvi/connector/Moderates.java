package dev.parvi.connector;

import java.util.Set;

/** Keeps order under what the account has said, as far as the network gives an account that right. */
public interface Moderates {

    /** What can be done here. An act can be undone where its opposite is among them. */
    Set<Act> acts();

    /**
     * Whether the place is the brand's own, so that a rule may act there by itself; elsewhere what it finds is proposed to a person.
     */
    default boolean ownGround() {
        return false;
    }

    /**
     * Does it at the network; done also where it stood so already.
     *
     * @param said the utterance, as it was heard
     * @param speaker who said it
     */
    void moderate(Access access, Act act, Sent said, Heard.Speaker speaker) throws ConnectorFailed;

    /** An act of moderation. */
    enum Act {
        APPROVE,
        HOLD,
        HIDE,
        UNHIDE,
        SPAM,
        NOT_SPAM,
        DELETE,
        RESTORE,
        /** The speaker is kept from the account. */
        BLOCK,
        UNBLOCK;

        /** The act that takes it back, where the network has it. */
        public Act opposite() {
            return switch (this) {
                case APPROVE -> HOLD;
                case HOLD -> APPROVE;
                case HIDE -> UNHIDE;
                case UNHIDE -> HIDE;
                case SPAM -> NOT_SPAM;
                case NOT_SPAM -> SPAM;
                case DELETE -> RESTORE;
                case RESTORE -> DELETE;
                case BLOCK -> UNBLOCK;
                case UNBLOCK -> BLOCK;
            };
        }
    }
}
