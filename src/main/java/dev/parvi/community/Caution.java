package dev.parvi.community;

import dev.parvi.shared.ConversationId;

/** A reason for which nobody answers in a conversation alone, as while a conflict cools off. */
public interface Caution {

    /** Whether an answer needs a second person's yes. Called in the scope of the brand, inside a transaction. */
    boolean needsSecond(ConversationId conversation);
}
