package dev.parvi.analysis;

import dev.parvi.community.Measured;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what networks show of our posts, in the transaction in which community reads it: so often as that says. */
@Component
class Snapping implements Measured {

    private final Snapshots snapshots;
    private final HandingIn handingIn;
    private final Clock clock;

    Snapping(Snapshots snapshots, HandingIn handingIn, Clock clock) {
        this.snapshots = snapshots;
        this.handingIn = handingIn;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(DeliveryId post, AccountId account, Map<Figure, Long> figures, Instant at) {
        var delivery = handingIn.standing(List.of(post)).get(post);
        if (delivery != null && !delivery.answer()) {
            var posted = Objects.requireNonNullElse(delivery.publishedAt(), at);
            snapshots.keep(post, account, posted, delivery.network(), figures, at);
        }
    }

    /** Months ahead have their place before anything is read in them; those of which nothing is left lose it. */
    void months() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        snapshots.months(today);
        snapshots.dropEmpty(today);
    }
}
