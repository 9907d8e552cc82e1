package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Instant;

/** What one member tells the others about a conversation. */
public record Note(long id, ConversationId conversation, MemberId by, String text, Instant at) {}
