package dev.parvi.brand;

import dev.parvi.shared.BrandId;

/** A brand wants to reach others than before. Told within the transaction of the change, in the scope of the brand. */
public record TargetAudienceChanged(BrandId brand) {}
