package dev.parvi.page;

import org.jspecify.annotations.Nullable;

/**
 * What the page behind a link says of itself, read when the post was published.
 *
 * @param picture where the media store keeps its picture
 */
public record Card(
        String address,
        String host,
        String title,
        String description,
        @Nullable String picture) {}
