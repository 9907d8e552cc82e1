package dev.parvi.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what goes out of the brand whose scope it is, what stopped, and what is held back; any member may look. */
@Component
public class Watching {

    /** More than that nobody reads through on one page; the ledger has them all. */
    private static final int MOST = 100;

    private static final Set<DeliveryState> ATTENTION =
            Set.of(DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.LATE, DeliveryState.PENDING);

    private final Deliveries deliveries;
    private final Clock clock;

    Watching(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What a person has to do something about, what was planned first at first, at most 100: refused, unknown and late
     * deliveries, and those a member posts by hand ({@link DeliveryState#PENDING}).
     */
    @Transactional(readOnly = true)
    public List<Delivery> attention() {
        return deliveries.inStates(ATTENTION, MOST);
    }

    /** What was or is planned to go out in a window, by time, in whatever state; a thread is its first part. At most 100. */
    @Transactional(readOnly = true)
    public List<Delivery> goingOut(Instant from, Instant to) {
        return deliveries.between(from, to, MOST);
    }

    /** How many deliveries would have gone by now, if nothing were paused or held back. */
    @Transactional(readOnly = true)
    public int held() {
        return deliveries.count(DeliveryState.DUE, clock.instant());
    }
}
