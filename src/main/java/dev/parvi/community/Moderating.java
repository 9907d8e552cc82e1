package dev.parvi.community;

import dev.parvi.account.Accessing;
import dev.parvi.account.Connecting;
import dev.parvi.community.Conversations.Wanted;
import dev.parvi.community.Utterances.Target;
import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Moderates;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps order at the network: what is done there is on record, and can be taken back where the network knows the opposite. */
@Component
public class Moderating {

    private final Utterances utterances;
    private final Moderations moderations;
    private final RuleHits hits;
    private final Conversations conversations;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Accessing accessing;
    private final Changes changes;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Moderating(
            Utterances utterances,
            Moderations moderations,
            RuleHits hits,
            Conversations conversations,
            Connecting connecting,
            Connectors connectors,
            Accessing accessing,
            Changes changes,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.utterances = utterances;
        this.moderations = moderations;
        this.hits = hits;
        this.conversations = conversations;
        this.connecting = connecting;
        this.connectors = connectors;
        this.accessing = accessing;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the network lets us do, on any utterance. */
    Set<Act> acts(String network) {
        return connectors.as(Moderates.class, network).map(Moderates::acts).orElse(Set.of());
    }

    /** What is to be done, read before the network is called. */
    private record Order(Target target, Moderates network, AccountId account) {}

    /**
     * Does it at the network, then writes it down. Calls a network: never inside a transaction.
     *
     * @return the act that takes it back, where the network has it
     * @throws ConnectorFailed with what the network said; nothing is changed then
     * @throws NoSuchConversation where there is no such utterance in it
     */
    public Optional<Act> moderate(Seat seat, ConversationId id, CommentId comment, Act act) throws ConnectorFailed {
        seat.needs(Right.MODERATE);
        var order = act(seat.brand(), id, comment, act);
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    moderations.add(id, comment, act, seat.member(), null, clock.instant());
                    if (Acts.standing(act).isPresent()) {
                        hits.overtaken(comment, act, seat.member(), clock.instant());
                    }
                    audit.note(
                            seat,
                            "community.moderated",
                            order.target().speaker(),
                            act.name() + " " + order.target().sent().address());
                    done(id, comment, act);
                }));
        return order.network().acts().contains(act.opposite()) ? Optional.of(act.opposite()) : Optional.empty();
    }

    /** Does what a rule has found, in the same way; it's on record as the rule's, once, whoever else did it as well. */
    void byRule(BrandId brand, RuleHit hit) throws ConnectorFailed {
        act(brand, hit.conversation(), hit.comment(), hit.act());
        transaction.executeWithoutResult(status -> {
            if (hits.decided(hit.id(), RuleHit.State.DONE, null, clock.instant())) {
                moderations.add(hit.conversation(), hit.comment(), hit.act(), null, hit.ruleId(), clock.instant());
                done(hit.conversation(), hit.comment(), hit.act());
            }
        });
    }

    private Order act(BrandId brand, ConversationId id, CommentId comment, Act act) throws ConnectorFailed {
        var order = Objects.requireNonNull(transaction.execute(status -> order(id, comment)));
        if (!order.network().acts().contains(act)) {
            throw new ConnectorFailed(new Fault("community.act", act.name()), false);
        }
        try {
            var target = order.target();
            var speaker = new Speaker(target.speakerId(), target.speaker(), target.handle(), null, false);
            order.network().moderate(access(brand, order.account()), act, target.sent(), speaker);
        } catch (ConnectorFailed failed) {
            if (failed.reauth()) {
                accessing.lost(brand, order.account(), failed.fault());
            }
            throw failed;
        }
        return order;
    }

    private Order order(ConversationId id, CommentId comment) {
        var target = utterances
                .target(comment)
                .filter(each -> each.conversation().equals(id))
                .orElseThrow(() -> new NoSuchConversation("comment " + comment));
        var account = connecting
                .get(new AccountId(target.account()))
                .orElseThrow(() -> new NoSuchConversation("account of comment " + comment));
        var network = connectors
                .as(Moderates.class, account.network())
                .orElseThrow(() -> new NoSuchConversation("moderation on " + account.network()));
        return new Order(target, network, account.id());
    }

    private Access access(BrandId brand, AccountId account) throws ConnectorFailed {
        var access = accessing.open(brand, List.of(account)).get(account);
        if (access == null) {
            throw new ConnectorFailed(new Fault("disconnected", ""), true);
        }
        return access;
    }

    private void done(ConversationId id, CommentId comment, Act act) {
        Acts.standing(act).ifPresent(standing -> utterances.stands(comment, standing));
        conversations.rollUp(List.of(new Wanted(id.value(), 0, false)));
        conversations.rank(List.of(id.value()), Promises.USUAL_MINUTES, clock.instant());
        changes.changed(List.of(id));
    }
}
