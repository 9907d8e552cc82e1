package dev.parvi.listening;

import dev.parvi.listening.Sightings.Spot;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What its writer took back at the network goes here as well: the words, and who said them. */
@Component
class TakingBack {

    private final Sightings sightings;
    private final Items items;
    private final List<Follower> followers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakingBack(
            Sightings sightings, Items items, List<Follower> followers, Clock clock, TransactionTemplate transaction) {
        this.sightings = sightings;
        this.items = items;
        this.followers = followers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param version in which it was taken back; empty where the network tells none */
    void takeBack(BrandId brand, Collection<Spot> spots, String version) {
        Tenant.run(
                brand,
                () -> transaction.executeWithoutResult(status -> {
                    var ids = sightings.takenBack(spots, version, clock.instant());
                    if (!ids.isEmpty()) {
                        var emptied = items.of(ids);
                        followers.forEach(follower -> follower.edited(brand, emptied));
                    }
                }));
    }
}
