package dev.parvi.page;

import dev.parvi.shared.BrandId;

/** A visitor commented or reviewed. @param held whether somebody must read it before it's shown */
public record PageCommented(BrandId brand, long comment, boolean held) {}
