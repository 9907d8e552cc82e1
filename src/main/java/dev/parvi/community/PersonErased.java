package dev.parvi.community;

import dev.parvi.shared.BrandId;
import java.util.List;

/**
 * Somebody asked to be forgotten, and was; published within that transaction, so that whoever keeps more of them forgets it, too.
 *
 * @param profiles the numbers of their profiles
 */
public record PersonErased(BrandId brand, List<Long> profiles) {}
