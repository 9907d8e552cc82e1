package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items of networks, as what can be answered there, in the brand whose scope it is. */
@Component
public class FoundPosts {

    private final Sightings sightings;

    FoundPosts(Sightings sightings) {
        this.sightings = sightings;
    }

    /** Empty for what isn't from a network, and for what its writer took back. */
    @Transactional(readOnly = true)
    public Optional<FoundPost> of(ItemId item) {
        return sightings.of(item);
    }
}
