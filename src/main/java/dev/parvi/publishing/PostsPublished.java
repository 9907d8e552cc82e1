package dev.parvi.publishing;

import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.BrandId;
import java.util.List;

/**
 * Parts of versions are out, and where. Told of many at once, after they were written down and outside of any transaction: who
 * may have missed it asks {@link Recalling}.
 */
public record PostsPublished(BrandId brand, List<Out> posts) {}
