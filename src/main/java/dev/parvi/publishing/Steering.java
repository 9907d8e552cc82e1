package dev.parvi.publishing;

import dev.parvi.account.Accessing;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Sent;
import dev.parvi.publishing.Decision.What;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Audit;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person decides about deliveries: all of a brand's, or one that stopped. */
@Component
public class Steering {

    private final Deliveries deliveries;
    private final Decisions decisions;
    private final Sendings sendings;
    private final Audit audit;
    private final Contents contents;
    private final Connectors connectors;
    private final Accessing accessing;
    private final Wake wake;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Steering(
            Deliveries deliveries,
            Decisions decisions,
            Sendings sendings,
            Audit audit,
            Contents contents,
            Connectors connectors,
            Accessing accessing,
            Wake wake,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.sendings = sendings;
        this.audit = audit;
        this.contents = contents;
        this.connectors = connectors;
        this.accessing = accessing;
        this.wake = wake;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Nothing of the brand is claimed from now on, until it goes on. What was claimed before is under way. */
    @Transactional
    public void pause(Seat seat) {
        seat.needs(Right.STEER);
        if (sendings.pausedAt().isEmpty()) {
            sendings.pause(clock.instant(), seat.member());
            audit.note(seat, "publishing.paused", "", "");
        }
    }

    @Transactional
    public void resume(Seat seat) {
        seat.needs(Right.STEER);
        if (sendings.pausedAt().isPresent()) {
            sendings.pause(null, seat.member());
            audit.note(seat, "publishing.resumed", "", "");
            wake.afterCommit();
        }
    }

    /** Since when the brand's sending is paused. */
    @Transactional(readOnly = true)
    public Optional<Instant> paused() {
        return sendings.pausedAt();
    }

    /** How many deliveries would have gone by now, if nothing were paused. */
    @Transactional(readOnly = true)
    public int held() {
        return deliveries.count(DeliveryState.DUE, clock.instant());
    }

    /** Since when the brand's sending is paused and what that holds; empty where it isn't. */
    @Transactional(readOnly = true)
    public Optional<Standstill> standstill() {
        return sendings.pausedAt()
                .map(since -> new Standstill(since, deliveries.count(DeliveryState.DUE, clock.instant())));
    }

    /** A failed or late one goes now; an unknown one is read back first. False where it isn't stopped any more. */
    @Transactional
    public boolean tryAgain(Seat seat, DeliveryId id) {
        permit(seat, id, Right.STEER);
        var unknown = deliveries
                .get(id)
                .filter(each -> each.state() == DeliveryState.UNKNOWN)
                .isPresent();
        wake.afterCommit();
        return deliveries.release(id, clock.instant(), unknown) && noted(seat, id, What.RELEASED, "");
    }

    /** The person has looked and it isn't there: it's sent. */
    @Transactional
    public boolean sendUnseen(Seat seat, DeliveryId id) {
        permit(seat, id, Right.STEER);
        wake.afterCommit();
        return deliveries.releaseUnseen(id, clock.instant()) && noted(seat, id, What.UNSEEN, "");
    }

    /** The person has looked and it's there, or has posted it by hand. */
    @Transactional
    public boolean recordPublished(Seat seat, DeliveryId id, URI address) {
        permit(seat, id, Right.WRITE);
        var now = clock.instant();
        var done = deliveries.published(id, address.toString(), now);
        if (done) {
            noted(seat, id, What.RECORDED, address.toString());
            deliveries.startNext(id, now);
            wake.afterCommit();
            deliveries.get(id).filter(Delivery::answer).ifPresent(answer -> tell(seat, answer, address));
        }
        return done;
    }

    /**
     * Takes a published post back at its network.
     *
     * @throws ConnectorFailed when the network did not, or it can't be named there; the post is still there
     * @throws NoSuchDelivery where it isn't there to be taken back
     */
    public void remove(Seat seat, DeliveryId id) throws ConnectorFailed {
        var delivery = Objects.requireNonNull(transaction.execute(status -> {
            permit(seat, id, Right.STEER);
            return deliveries.get(id).orElseThrow(() -> new NoSuchDelivery(id));
        }));
        var sent = Objects.requireNonNull(transaction.execute(status -> deliveries.sent(id)))
                .orElseThrow(() -> new NoSuchDelivery(id));
        if (Story.recorded(Objects.requireNonNull(transaction.execute(status -> decisions.of(id))))) {
            throw new ConnectorFailed(new Fault("delete.recorded", ""), false);
        }
        var access = accessing.open(seat.brand(), List.of(delivery.account())).get(delivery.account());
        var deletes = connectors.as(Deletes.class, delivery.network());
        if (access == null || deletes.isEmpty()) {
            throw new ConnectorFailed(new Fault("delete.none", ""), false);
        }
        deletes.get().delete(access, contents.sent(sent[0], sent[1], sent[2]));
        transaction.executeWithoutResult(status -> removed(seat, id));
    }

    /** The person has deleted it at the network. False where it isn't published. */
    @Transactional
    public boolean recordRemoved(Seat seat, DeliveryId id) {
        permit(seat, id, Right.STEER);
        return deliveries.sent(id).isPresent() && removed(seat, id);
    }

    private boolean removed(Seat seat, DeliveryId id) {
        deliveries.removed(id, clock.instant());
        return noted(seat, id, What.REMOVED, "");
    }

    private void tell(Seat seat, Delivery answer, URI address) {
        var sent = new Sent(address.toString(), address, Map.of());
        Afterwards.run(
                () -> events.publishEvent(new AnswerPublished(seat.brand(), answer.id(), answer.account(), sent)));
    }

    /** Whether the member may decide that about the delivery: answers are a moderator's too, from beginning to end. */
    public static boolean may(Seat seat, Delivery delivery, Right right) {
        return seat.may(right) || delivery.answer() && seat.may(Right.MODERATE);
    }

    private void permit(Seat seat, DeliveryId id, Right right) {
        if (!seat.may(right)
                && deliveries.get(id).filter(each -> may(seat, each, right)).isEmpty()) {
            throw new NotAllowed(right);
        }
    }

    /** @throws NotAllowed where {@link #may} says no */
    static void permit(Seat seat, Delivery delivery, Right right) {
        if (!may(seat, delivery, right)) {
            throw new NotAllowed(right);
        }
    }

    /** Into the delivery's story and into the audit log; in the transaction of what was decided. */
    private boolean noted(Seat seat, DeliveryId id, What what, String detail) {
        decisions.add(seat, id, what, detail, clock.instant());
        var text = deliveries.get(id).map(Delivery::text).orElse("");
        audit.note(seat, "publishing." + what.name().toLowerCase(Locale.ROOT), text, detail);
        return true;
    }
}
