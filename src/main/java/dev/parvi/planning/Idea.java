package dev.parvi.planning;

import dev.parvi.shared.IdeaId;
import java.time.Instant;
import java.util.List;

/**
 * A thought kept for later.
 *
 * @param link empty for none
 * @param by the name of who had it
 */
public record Idea(IdeaId id, String text, String link, List<String> tags, String by, Instant at) {}
