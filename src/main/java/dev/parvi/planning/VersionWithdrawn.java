package dev.parvi.planning;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.VersionId;

/** A version isn't to go out: it was unplanned or deleted. Told synchronously, so that no delivery outlives it. */
public record VersionWithdrawn(BrandId brand, VersionId version, MemberId by) {}
