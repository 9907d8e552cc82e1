package dev.parvi.listening;

import dev.parvi.shared.TopicId;
import java.time.Instant;

/**
 * A stored query that picks items.
 *
 * @param query as it was typed
 * @param muted picked and counted, but nobody is called for it
 * @param again whether the recent items are still being gone through for its present query
 */
public record Topic(TopicId id, String name, String query, boolean muted, Instant changedAt, boolean again) {}
