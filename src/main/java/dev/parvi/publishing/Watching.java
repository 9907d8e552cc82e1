package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.publishing.Ledger.Mark;
import dev.parvi.publishing.Ledger.Show;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what goes out of the brand whose scope it is, what stopped, and what is held back; any member may look. */
@Component
public class Watching {

    /** More than that nobody reads through on one page; the ledger has them all. */
    private static final int MOST = 100;

    /** Deliveries on one page of the ledger. */
    static final int PAGE = 50;

    private final Deliveries deliveries;
    private final Sendings sendings;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Clock clock;

    Watching(Deliveries deliveries, Sendings sendings, Connecting connecting, Connectors connectors, Clock clock) {
        this.deliveries = deliveries;
        this.sendings = sendings;
        this.connecting = connecting;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * What a person has to do something about, what was planned first at first, at most 100: refused, unknown and late
     * deliveries, and those a member posts by hand ({@link DeliveryState#PENDING}).
     */
    @Transactional(readOnly = true)
    public List<Delivery> attention() {
        return deliveries.inStates(Show.NEEDS.states(), MOST);
    }

    /**
     * What was or is planned to go out in a window, by time, in whatever state; a thread is its first part, answers
     * are left out. At most 100.
     */
    @Transactional(readOnly = true)
    public List<Delivery> goingOut(Instant from, Instant to) {
        return deliveries.between(from, to, MOST);
    }

    /** How many deliveries would have gone by now, if nothing were paused or held back. */
    @Transactional(readOnly = true)
    public int held() {
        return deliveries.count(DeliveryState.DUE, clock.instant());
    }

    /** One page of the ledger, from its beginning where no mark is given. */
    @Transactional(readOnly = true)
    public Ledger ledger(Show show, Optional<Mark> after) {
        var found = deliveries.page(show, after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var last = found.size() > PAGE
                ? new Mark(shown.getLast().dueAt(), shown.getLast().id().value())
                : null;
        return new Ledger(
                show,
                shown,
                last,
                connecting.open().stream().collect(Collectors.toMap(Account::id, Function.identity())),
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())),
                deliveries.count(Show.NEEDS.states()),
                sendings.pausedAt().orElse(null),
                held());
    }
}
