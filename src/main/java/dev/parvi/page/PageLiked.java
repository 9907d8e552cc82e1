package dev.parvi.page;

import dev.parvi.shared.BrandId;

/** A visitor likes a post, or no longer does. */
public record PageLiked(BrandId brand, long post, boolean liked) {}
