package dev.parvi.page;

import dev.parvi.shared.BrandId;

/** Somebody confirmed that they want a mail for each new post. */
public record PageFollowed(BrandId brand, long follower) {}
