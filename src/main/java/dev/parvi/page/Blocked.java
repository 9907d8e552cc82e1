package dev.parvi.page;

import java.time.Instant;

/**
 * Somebody who may say nothing on the page any more.
 *
 * @param visitor as {@link Uttered#visitor}
 * @param name as they last called themselves
 */
public record Blocked(String visitor, String name, Instant since) {}
