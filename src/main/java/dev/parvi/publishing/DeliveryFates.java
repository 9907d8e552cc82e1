package dev.parvi.publishing;

import dev.parvi.planning.Fates;
import dev.parvi.shared.VersionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells planning what became of its versions: a thread stands where its least finished part stands. */
@Component
class DeliveryFates implements Fates {

    private final Deliveries deliveries;

    DeliveryFates(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<VersionId, Fate> of(Collection<VersionId> versions) {
        var fates = new HashMap<VersionId, Fate>();
        for (var each : deliveries.progress(versions)) {
            var fate = new Fate(state(each.state()), each.id(), each.address(), each.publishedAt());
            fates.merge(each.version(), fate, DeliveryFates::worse);
        }
        return fates;
    }

    private static Fate worse(Fate one, Fate other) {
        if (rank(one.state()) >= rank(other.state())) {
            return one;
        }
        // The address people want is that of the first part.
        return new Fate(other.state(), other.delivery(), one.address(), one.at());
    }

    private static int rank(State state) {
        return switch (state) {
            case PUBLISHED -> 0;
            case PLANNED -> 1;
            case SENDING, BY_HAND -> 2;
            case LATE -> 3;
            case UNKNOWN -> 4;
            case FAILED -> 5;
        };
    }

    private static State state(DeliveryState state) {
        return switch (state) {
            case WAITING, DUE -> State.PLANNED;
            case CLAIMED -> State.SENDING;
            case PENDING -> State.BY_HAND;
            case PUBLISHED -> State.PUBLISHED;
            case LATE -> State.LATE;
            case UNKNOWN -> State.UNKNOWN;
            case FAILED -> State.FAILED;
        };
    }
}
