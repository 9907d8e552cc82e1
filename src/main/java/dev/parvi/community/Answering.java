package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.community.CannotAnswer.Why;
import dev.parvi.community.OwnAnswer.State;
import dev.parvi.community.Utterances.Target;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Message;
import dev.parvi.connector.Replies;
import dev.parvi.publishing.Answer;
import dev.parvi.publishing.AnswerUnderWay;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Audit;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what somebody said: kept, looked at by a second person where that is asked for, and handed in to the ledger. */
@Component
public class Answering {

    private final OwnAnswers answers;
    private final AnswerDrafts drafts;
    private final Utterances utterances;
    private final InboxSettings settings;
    private final ObjectProvider<Caution> cautions;
    private final Connecting connecting;
    private final Connectors connectors;
    private final HandingIn handingIn;
    private final Linking tracking;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    Answering(
            OwnAnswers answers,
            AnswerDrafts drafts,
            Utterances utterances,
            InboxSettings settings,
            ObjectProvider<Caution> cautions,
            Connecting connecting,
            Connectors connectors,
            HandingIn handingIn,
            Linking tracking,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.answers = answers;
        this.drafts = drafts;
        this.utterances = utterances;
        this.settings = settings;
        this.cautions = cautions;
        this.connecting = connecting;
        this.connectors = connectors;
        this.handingIn = handingIn;
        this.tracking = tracking;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets an answer go, or asks a second person where one is needed.
     *
     * @param form made with the form that was sent: what comes twice is one answer
     * @throws CannotAnswer with what to mend
     * @throws NoSuchConversation where the comment isn't in the conversation
     */
    @Transactional
    public State answer(Seat seat, ConversationId id, CommentId comment, String text, UUID form) {
        return answer(seat, id, comment, text, form, false);
    }

    /** The same; {@code tracked}: its links become ones whose visitors are counted. */
    @Transactional
    public State answer(Seat seat, ConversationId id, CommentId comment, String text, UUID form, boolean tracked) {
        seat.needs(Right.MODERATE);
        var target = target(id, comment);
        var said = tracked ? tracked(target, id, comment, text.strip(), form) : text.strip();
        var account = checked(target, comment, said);
        var number = answers.add(id, comment, seat.member(), said, form, clock.instant());
        if (number.isEmpty()) {
            return State.HANDED;
        }
        drafts.drop(id, seat.member());
        var asks = needsSecond(id);
        if (!asks) {
            hand(seat, number.get(), seat.member(), account, target, said);
        }
        audit.note(seat, asks ? "community.answer.asked" : "community.answer.given", target.speaker(), said);
        changes.changed(List.of(id));
        return asks ? State.ASKED : State.HANDED;
    }

    private String tracked(Target target, ConversationId id, CommentId comment, String text, UUID form) {
        var account = connecting.get(new AccountId(target.account())).orElseThrow(() -> new CannotAnswer(Why.ACCOUNT));
        var words = Map.of("network", account.network(), "account", account.handle(), "kind", "answer");
        return tracking.reserve(LinkPlace.answer(form.toString(), account.id(), id, comment, words), text);
    }

    /** Whether an answer there needs a second person's yes. */
    @Transactional(readOnly = true)
    public boolean needsSecond(ConversationId id) {
        return settings.secondPerson() || cautions.stream().anyMatch(each -> each.needsSecond(id));
    }

    /**
     * A second person lets it go.
     *
     * @throws CannotAnswer where it's their own, somebody has decided, or it can't be sent any more
     */
    @Transactional
    public ConversationId approve(Seat seat, long id) {
        var answer = asked(seat, id);
        var target = target(answer.conversation(), answer.comment());
        var account = checked(target, answer.comment(), answer.text());
        answers.decided(id, State.HANDED, seat.member(), "", clock.instant());
        hand(seat, id, answer.writtenBy(), account, target, answer.text());
        audit.note(seat, "community.answer.approved", target.speaker(), answer.text());
        changes.changed(List.of(answer.conversation()));
        return answer.conversation();
    }

    /** A second person says no; its writer finds it again as a draft. */
    @Transactional
    public ConversationId refuse(Seat seat, long id, String reason) {
        var answer = asked(seat, id);
        answers.decided(id, State.REFUSED, seat.member(), Clean.text(reason.strip(), Clean.NAME), clock.instant());
        again(answer);
        audit.note(seat, "community.answer.refused", reason.strip(), answer.text());
        changes.changed(List.of(answer.conversation()));
        return answer.conversation();
    }

    /**
     * Takes it back as long as nothing of it can be at the network; its writer finds it again as a draft.
     *
     * @throws CannotAnswer where it's on its way
     */
    @Transactional
    public ConversationId withdraw(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        var answer = answers.held(id).orElseThrow(() -> new NoSuchConversation("answer " + id));
        if (answer.state() == State.HANDED) {
            takeBack(seat, answer);
        } else if (answer.state() == State.WITHDRAWN) {
            throw new CannotAnswer(Why.MOVED);
        }
        answers.decided(id, State.WITHDRAWN, seat.member(), answer.reason(), clock.instant());
        if (answer.state() != State.REFUSED) {
            again(answer);
        }
        audit.note(seat, "community.answer.withdrawn", "", answer.text());
        changes.changed(List.of(answer.conversation()));
        return answer.conversation();
    }

    private void takeBack(Seat seat, OwnAnswer answer) {
        try {
            handingIn.withdraw(seat, Objects.requireNonNull(answer.delivery()));
        } catch (AnswerUnderWay e) {
            throw new CannotAnswer(Why.MOVED);
        }
    }

    private void again(OwnAnswer answer) {
        var now = clock.instant();
        if (drafts.of(answer.conversation(), answer.writtenBy())
                .map(AnswerDrafts.Draft::text)
                .orElse("")
                .isBlank()) {
            drafts.put(answer.conversation(), answer.writtenBy(), answer.comment(), answer.text(), now, now);
        }
    }

    private OwnAnswer asked(Seat seat, long id) {
        if (!seat.may(Right.MODERATE) && !seat.may(Right.APPROVE)) {
            throw new NotAllowed(Right.APPROVE);
        }
        var answer = answers.held(id).orElseThrow(() -> new NoSuchConversation("answer " + id));
        if (answer.state() != State.ASKED) {
            throw new CannotAnswer(Why.MOVED);
        }
        // Once a conflict has cooled off nobody else has to look any more.
        if (answer.writtenBy().equals(seat.member()) && needsSecond(answer.conversation())) {
            throw new CannotAnswer(Why.OWN);
        }
        return answer;
    }

    private void hand(Seat seat, long number, MemberId by, Account account, Target target, String text) {
        var answer = new Answer(by, account.id(), target.sent(), Message.of(text), clock.instant());
        var delivery = handingIn.answer(seat, answer);
        answers.handed(number, delivery);
        tracking.bind(text, delivery);
    }

    private Target target(ConversationId id, CommentId comment) {
        return utterances
                .target(comment)
                .filter(each -> each.conversation().equals(id))
                .orElseThrow(() -> new NoSuchConversation("comment " + comment));
    }

    private Account checked(Target target, CommentId comment, String text) {
        var account = connecting
                .get(new AccountId(target.account()))
                .filter(Account::open)
                .orElseThrow(() -> new CannotAnswer(Why.ACCOUNT));
        var replies = connectors.as(Replies.class, account.network()).orElseThrow(() -> new CannotAnswer(Why.NETWORK));
        var said =
                Objects.requireNonNull(utterances.said(List.of(comment.value())).get(comment.value()));
        if (!said.there()) {
            throw new CannotAnswer(Why.GONE);
        }
        if (!replies.answerable().contains(said.kind())) {
            throw new CannotAnswer(Why.KIND);
        }
        if (text.isEmpty()) {
            throw new CannotAnswer(Why.EMPTY);
        }
        if (!connectors.descriptor(account.network()).text().fits(text)) {
            throw new CannotAnswer(Why.TOO_LONG);
        }
        return account;
    }

    /** How our answers in a conversation stand, by the ledger; without those that are withdrawn. */
    record Standing(List<OwnAnswer> answers, Map<DeliveryId, Delivery> deliveries) {}

    @Transactional(readOnly = true)
    Standing standing(ConversationId id) {
        var there = answers.in(id);
        var handed =
                there.stream().map(OwnAnswer::delivery).filter(Objects::nonNull).toList();
        return new Standing(there, handingIn.standing(handed));
    }
}
