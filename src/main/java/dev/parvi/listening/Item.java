package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source said, all of it plain text.
 *
 * @param address where it can be read; may be empty
 * @param title may be empty, on networks it is
 * @param words at most {@link Fresh#WORDS} characters
 * @param language an ISO 639-1 code as the source claims it; may be empty
 * @param said when, as the source claims; never later than {@code seen}
 * @param seen when we first saw it
 */
public record Item(
        ItemId id,
        SourceId source,
        String address,
        String title,
        String words,
        String author,
        String language,
        @Nullable Instant said,
        Instant seen) {

    /** When it was said as far as anybody knows. */
    public Instant at() {
        return said == null ? seen : said;
    }
}
