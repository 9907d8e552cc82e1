package dev.parvi.audience;

import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.List;

/** The target audience as ad systems ask for it, and posts of ours that are worth paying for. */
public record Brief(List<Field> fields, List<Promoted> posts) {

    /** What ad systems ask for, as most call it. */
    public enum Ask {
        LOCATIONS,
        LANGUAGES,
        INTERESTS,
        EXCLUDED_NAMES,
        EXCLUDED_WORDS
    }

    /** @param values never empty */
    public record Field(Ask ask, List<String> values) {}

    /**
     * A post that made more people talk than is usual, of whom most fit.
     *
     * @param people how many spoke under it; {@code usual} the median of the account's posts of 90 days
     * @param fits of those of whom it can be told, the part that fits, in percent
     */
    public record Promoted(
            DeliveryId delivery,
            long account,
            String text,
            Instant posted,
            int people,
            double usual,
            int fits,
            int told) {}
}
