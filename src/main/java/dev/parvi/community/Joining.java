package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.community.CannotAnswer.Why;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Replies;
import dev.parvi.listening.FoundPost;
import dev.parvi.listening.FoundPosts;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.ItemId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins in on what was found by listening: the post becomes a conversation, and so all that holds for answers holds there too: the
 * voice check, a second person, the ledger.
 */
@Component
public class Joining {

    private final FoundPosts posts;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Taking taking;
    private final Talks talks;
    private final Comments comments;
    private final Audit audit;
    private final Clock clock;

    Joining(
            FoundPosts posts,
            Connecting connecting,
            Connectors connectors,
            Taking taking,
            Talks talks,
            Comments comments,
            Audit audit,
            Clock clock) {
        this.posts = posts;
        this.connecting = connecting;
        this.connectors = connectors;
        this.taking = taking;
        this.talks = talks;
        this.comments = comments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The conversation in which it can be answered; the first who joins in opens it.
     *
     * @throws CannotAnswer where no account of the brand can answer there, or it was taken back
     */
    @Transactional
    public ConversationId join(Seat seat, ItemId item) {
        seat.needs(Right.MODERATE);
        var post = posts.of(item).orElseThrow(() -> new CannotAnswer(Why.GONE));
        var account = account(post).orElseThrow(() -> new CannotAnswer(Why.ACCOUNT));
        var replies = connectors.as(Replies.class, account.network()).orElseThrow(() -> new CannotAnswer(Why.NETWORK));
        if (!replies.answerable().contains(post.heard().kind())) {
            throw new CannotAnswer(Why.KIND);
        }
        var before = where(account, post);
        if (before.isPresent()) {
            return before.get();
        }
        taking.take(account.id(), account.network(), List.of(post.heard()));
        var now = clock.instant();
        talks.heard(account.id(), Map.of(post.heard().root(), now), now, now.plus(Rhythm.TALK_SOONEST));
        audit.note(
                seat,
                "community.joined",
                post.heard().speaker().handle(),
                post.heard().text());
        return where(account, post).orElseThrow(() -> new CannotAnswer(Why.GONE));
    }

    /** The conversation that somebody has opened for it; empty for none. Any member may look. */
    @Transactional(readOnly = true)
    public Optional<ConversationId> joined(Seat seat, ItemId item) {
        return posts.of(item).flatMap(post -> account(post).flatMap(account -> where(account, post)));
    }

    private Optional<ConversationId> where(Account account, FoundPost post) {
        var key = Key.of(post.heard().id());
        return Optional.ofNullable(comments.known(account.id(), List.of(key)).get(key))
                .map(known -> new ConversationId(known.conversation()));
    }

    /** The one through which it was found, or else any that is on that network. */
    private Optional<Account> account(FoundPost post) {
        return connecting
                .get(new AccountId(post.account()))
                .filter(Account::open)
                .or(() -> connecting.open().stream()
                        .filter(each -> each.network().equals(post.network()) && each.open())
                        .findFirst());
    }
}
