package dev.parvi.publishing;

import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.Optional;

/** What gave occasion to an answer. Whoever hands answers in knows it and implements this; a story shows it. */
public interface Occasions {

    /** Empty where nobody knows it (any more). Called in the scope of the brand, inside a transaction that only reads. */
    Optional<Occasion> of(DeliveryId answer);

    /**
     * What was said.
     *
     * @param who said it
     * @param path where it stands at this desk, within the brand: {@code /inbox/17}
     */
    record Occasion(String who, String text, Instant at, String path) {}
}
