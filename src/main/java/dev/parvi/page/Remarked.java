package dev.parvi.page;

/**
 * A comment and where it was made.
 *
 * @param slug the end of the post's address
 * @param headline how the post begins; empty for a review
 */
public record Remarked(Comment comment, String slug, String headline) {}
