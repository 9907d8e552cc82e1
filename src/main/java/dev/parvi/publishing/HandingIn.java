package dev.parvi.publishing;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Message;
import dev.parvi.connector.Replies;
import dev.parvi.connector.Sent;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers into the ledger, where they are deliveries like any other: exactly once, paced, paused, told of, with their
 * story at {@code /deliveries/<id>}. Joins the transaction it's called in, so that the answer and what its giver notes of it
 * are written together or not at all.
 */
@Component
public class HandingIn {

    private final Answers answers;
    private final Deliveries deliveries;
    private final Contents contents;
    private final Sendings sendings;
    private final Branding branding;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Wake wake;
    private final Clock clock;

    HandingIn(
            Answers answers,
            Deliveries deliveries,
            Contents contents,
            Sendings sendings,
            Branding branding,
            Connecting connecting,
            Connectors connectors,
            Wake wake,
            Clock clock) {
        this.answers = answers;
        this.deliveries = deliveries;
        this.contents = contents;
        this.sendings = sendings;
        this.branding = branding;
        this.connecting = connecting;
        this.connectors = connectors;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Hands in an answer.
     *
     * @param seat who lets it go: its writer, or who approved it
     * @throws IllegalArgumentException where the account isn't one of the brand's, or its network takes no answers
     */
    @Transactional
    public DeliveryId answer(Seat seat, Answer answer) {
        permit(seat);
        var account = connecting
                .get(answer.account())
                .orElseThrow(() -> new IllegalArgumentException("No account " + answer.account()));
        if (connectors.as(Replies.class, account.network()).isEmpty()) {
            throw new IllegalArgumentException("Nobody answers on " + account.network());
        }
        sendings.lateLimit(branding.current().lateLimit());
        var id = answers.add(answer, account.network(), clock.instant());
        wake.afterCommit();
        return id;
    }

    /**
     * Changes what it says or when it goes, as long as nothing of it can be at the network.
     *
     * @throws AnswerUnderWay where the claim came first
     * @throws NoSuchDelivery where there is no such answer
     */
    @Transactional
    public void edit(Seat seat, DeliveryId id, Message message, Instant at) {
        permit(seat);
        hold(id);
        answers.change(id, message, at);
        wake.afterCommit();
    }

    /**
     * Takes it out of the ledger, as long as nothing of it can be at the network.
     *
     * @throws AnswerUnderWay where the claim came first
     * @throws NoSuchDelivery where there is no such answer
     */
    @Transactional
    public void withdraw(Seat seat, DeliveryId id) {
        permit(seat);
        hold(id);
        answers.withdraw(id);
    }

    /** How deliveries of the brand whose scope it is stand; those that were withdrawn are missing. Any member may look. */
    @Transactional(readOnly = true)
    public Map<DeliveryId, Delivery> standing(Collection<DeliveryId> ids) {
        return deliveries.some(ids.stream().map(DeliveryId::value).toList()).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    /** What the network calls a published one; empty where it isn't out. */
    @Transactional(readOnly = true)
    public Optional<Sent> sent(DeliveryId id) {
        return deliveries.sent(id).map(kept -> contents.sent(kept[0], kept[1], kept[2]));
    }

    private void hold(DeliveryId id) {
        var standing = answers.held(id).orElseThrow(() -> new NoSuchDelivery(id));
        if (!standing.open()) {
            throw new AnswerUnderWay(standing.state());
        }
    }

    /** Answering is a moderator's, and letting an answer go an approver's. */
    private static void permit(Seat seat) {
        if (!seat.may(Right.MODERATE) && !seat.may(Right.APPROVE)) {
            throw new NotAllowed(Right.MODERATE);
        }
    }
}
