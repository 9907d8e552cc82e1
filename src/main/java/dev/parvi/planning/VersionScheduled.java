package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.time.Instant;

/**
 * A version has its instant, or another one, or other parts. Told synchronously: the delivery is written in the same
 * transaction.
 *
 * @param parts how many parts its thread has, at least 1
 * @param comments how many first comments follow
 */
public record VersionScheduled(
        BrandId brand,
        PostId post,
        VersionId version,
        AccountId account,
        String network,
        int parts,
        int comments,
        Instant at,
        MemberId by) {}
