package dev.parvi.page;

import dev.parvi.shared.BrandId;

/** A visitor commented. @param held whether somebody must read it before it's shown */
public record PageCommented(BrandId brand, long post, long comment, boolean held) {}
