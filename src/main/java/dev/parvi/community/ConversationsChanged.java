package dev.parvi.community;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.ConversationId;
import java.util.List;

/** Conversations look otherwise than before; published within the transaction that changes them. */
public record ConversationsChanged(BrandId brand, List<ConversationId> conversations) {}
