package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source whose turn it is to be read, with what was remembered of its last reading.
 *
 * @param digest of what was last read; never read where there is none
 * @param selector of a page: where on it is looked
 * @param seen of a page: what stood there
 * @param rhythm mean seconds between what it says
 * @param late mean seconds between its saying and our seeing
 * @param told whether a hub tells us of its news
 */
record Turn(
        BrandId brand,
        SourceId source,
        Kind kind,
        String address,
        String host,
        String etag,
        String modified,
        @Nullable UUID digest,
        String selector,
        byte @Nullable [] seen,
        int failures,
        int missing,
        @Nullable Double rhythm,
        @Nullable Double late,
        @Nullable Instant readAt,
        boolean told) {}
