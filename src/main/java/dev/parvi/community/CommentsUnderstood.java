package dev.parvi.community;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.CommentId;
import java.util.List;

/** Marks and mood of these are known, perhaps anew; published within the transaction that keeps them. */
public record CommentsUnderstood(BrandId brand, List<CommentId> comments) {}
