package dev.parvi.community;

import java.util.Map;

/**
 * An answer that is written once.
 *
 * @param texts by language code; at least one
 */
public record SavedReply(long id, String name, Map<String, String> texts) {}
