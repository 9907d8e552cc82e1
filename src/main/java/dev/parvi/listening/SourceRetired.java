package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;

/**
 * A source isn't there any more and isn't read any more.
 *
 * @param reason a word of the bundle: {@code listening.source.reason.<reason>}
 */
public record SourceRetired(BrandId brand, SourceId source, String reason) {}
