package dev.parvi.audience;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People of the audience, a page of them.
 *
 * @param next where the next page begins; 0 for the last
 */
public record Crowd(List<Face> faces, long next) {

    /**
     * @param profile its number in the inbox; null where they never spoke
     * @param address where they can be seen; null where that isn't a web address
     * @param language of their words, its code; empty where it can't be told
     * @param joined since when they follow; null where they don't, or nobody knows
     * @param accounts the numbers of those they follow
     * @param left when they left the last one, where they follow none any more
     */
    public record Face(
            long id,
            @Nullable Long profile,
            String network,
            String name,
            String handle,
            String about,
            String place,
            @Nullable URI address,
            Fit fit,
            String language,
            boolean judged,
            @Nullable Instant joined,
            @Nullable Instant left,
            @Nullable Instant spoke,
            List<Long> accounts) {

        public String called() {
            return name.isBlank() ? handle : name;
        }
    }

    /** Which are asked for. */
    public enum Which {
        ALL,
        FITS,
        DOESNT,
        UNKNOWN
    }
}
