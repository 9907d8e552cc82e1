package dev.parvi.page;

import java.net.URI;

/**
 * A comment as it's read from outside of the page.
 *
 * @param visitor names who said it as long as they keep their cookie; empty for the brand itself
 * @param change grows with each change on the page of the brand
 */
public record Uttered(Comment comment, String visitor, long change, URI address) {}
