package dev.parvi.listening;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of reading one source. */
sealed interface Fetched {

    Turn turn();

    /** What it takes of memory, in some 1,000 bytes. */
    default int weight() {
        return 0;
    }

    /** Nothing new: said so by its server, or the same bytes again. */
    record Same(Turn turn, String etag, String modified, Duration peace) implements Fetched {}

    /**
     * It was read.
     *
     * @param address where it's to be read from now on, after redirects that are for good
     * @param peace how long it wants to be left alone at least
     * @param seen of a page: what stands there now
     */
    record Read(
            Turn turn,
            String address,
            String etag,
            String modified,
            UUID digest,
            Duration peace,
            ParsedFeed feed,
            byte @Nullable [] seen)
            implements Fetched {

        @Override
        public int weight() {
            return feed.items().stream().mapToInt(Read::weight).sum();
        }

        private static int weight(Fresh item) {
            var markup = item.markup();
            return 1 + (item.words().length() + (markup == null ? 0 : markup.length())) / 1_024;
        }
    }

    /** @param after how long it asked to be left alone; nothing where it didn't */
    record Failed(
            Turn turn,
            Reason reason,
            String detail,
            @Nullable Duration after) implements Fetched {}
}
