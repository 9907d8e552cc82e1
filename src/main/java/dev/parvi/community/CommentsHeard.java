package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.CommentId;
import java.util.List;

/** Something new was said; published within the transaction that takes it in. */
public record CommentsHeard(BrandId brand, AccountId account, List<CommentId> comments) {}
