package dev.parvi.page;

/**
 * A picture of a post.
 *
 * @param hash where the media store keeps it
 * @param width in pixels, as {@code height}
 * @param alt what it shows, for those who don't see it; may be empty
 */
public record Picture(String hash, String type, int width, int height, String alt) {}
