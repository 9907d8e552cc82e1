package dev.parvi.page;

import dev.parvi.shared.BrandId;

/** A comment stands differently on the page than it did. */
public record PageModerated(BrandId brand, long comment) {}
