package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what we said at places where nobody reads for us, so that who was answered there waits no longer. */
@Component
public class Echoing {

    private final OwnAnswers answers;
    private final AnswerDrafts drafts;
    private final Utterances utterances;
    private final Conversations conversations;
    private final Comments comments;
    private final Taking taking;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Audit audit;
    private final Clock clock;

    Echoing(
            OwnAnswers answers,
            AnswerDrafts drafts,
            Utterances utterances,
            Conversations conversations,
            Comments comments,
            Taking taking,
            Connecting connecting,
            Connectors connectors,
            Audit audit,
            Clock clock) {
        this.answers = answers;
        this.drafts = drafts;
        this.utterances = utterances;
        this.conversations = conversations;
        this.comments = comments;
        this.taking = taking;
        this.connecting = connecting;
        this.connectors = connectors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A member says that they have answered at the place itself.
     *
     * @param text what they said; empty where they don't tell
     * @param form made with the form that was sent: what comes twice is one answer
     * @throws CannotAnswer where the desk hears by itself what is said there
     * @throws NoSuchConversation where the comment isn't in the conversation
     */
    @Transactional
    public void answered(Seat seat, ConversationId id, CommentId comment, String text, UUID form) {
        seat.needs(Right.MODERATE);
        var target = utterances
                .target(comment)
                .filter(each -> each.conversation().equals(id))
                .orElseThrow(() -> new NoSuchConversation("comment " + comment));
        var account = connecting
                .get(new AccountId(target.account()))
                .filter(this::silent)
                .orElseThrow(() -> new CannotAnswer(CannotAnswer.Why.NETWORK));
        said(account, comment, "said:" + form, text.strip(), URI.create(""));
        drafts.drop(id, seat.member());
        audit.note(seat, "community.answer.elsewhere", target.speaker(), text.strip());
    }

    /** An answer of the ledger is out. Nothing happens where it will be heard anyway. */
    void sent(AccountId number, DeliveryId delivery, URI address) {
        var answer = answers.of(delivery).orElse(null);
        var account = connecting.get(number).filter(this::silent).orElse(null);
        if (answer == null || account == null) {
            return;
        }
        var id = "delivery:" + delivery;
        said(account, answer.comment(), id, answer.text(), address);
        comments.said(number, Key.of(id), delivery.value());
    }

    private boolean silent(Account account) {
        return connectors.as(Reads.class, account.network()).isEmpty();
    }

    private void said(Account account, CommentId comment, String id, String text, URI address) {
        var target = utterances.target(comment).orElse(null);
        var root = target == null ? "" : conversations.root(target.conversation());
        if (target == null || root.isEmpty()) {
            // Whoever was answered has been erased since; nothing waits.
            return;
        }
        var kind = Objects.requireNonNull(
                        utterances.said(List.of(comment.value())).get(comment.value()))
                .kind();
        var heard = new Heard(
                id,
                kind,
                root,
                target.sent().id(),
                new Speaker("", "", "", null, true),
                text,
                null,
                clock.instant(),
                null,
                Standing.SHOWN,
                address,
                List.of(),
                Map.of());
        taking.take(account.id(), account.network(), List.of(heard));
    }
}
