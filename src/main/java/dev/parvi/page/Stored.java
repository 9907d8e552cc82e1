package dev.parvi.page;

import java.net.URI;

/**
 * A post as the page keeps it.
 *
 * @param address where a person reads it; the same for ever
 * @param removed whether it was deleted since
 */
public record Stored(long id, String slug, URI address, boolean removed) {}
