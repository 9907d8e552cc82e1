package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the talk goes by itself: where it lives, where it stopped, what the community could say, what makes people talk. */
public record Discussion(
        List<Lively> live,
        List<Quiet> fallen,
        List<Quiet> unheard,
        List<Known> questions,
        Patterns patterns,
        Map<AccountId, Account> accounts,
        Map<String, Descriptor> networks,
        Instant now) {

    /** A conversation in which people talk just now. */
    public record Lively(Conversation conversation, Exchange exchange) {}

    /**
     * A post of ours under which nobody speaks any more, or ever did.
     *
     * @param conversation null where nobody ever spoke
     * @param since when the last word was said; when it went out, where none was
     */
    public record Quiet(
            DeliveryId delivery,
            @Nullable ConversationId conversation,
            AccountId account,
            String text,
            Instant since,
            int comments,
            int people) {}

    /**
     * A question that waits for us and is like one that somebody of the audience has answered.
     *
     * @param shared how many stems both questions have
     * @param alike of the stems of both, the part that they share, in percent
     * @param answerer the desk's number of who answered; 0 where the network has no lasting name for them
     */
    public record Known(
            ConversationId conversation,
            CommentId comment,
            String asker,
            String question,
            Instant askedAt,
            int shared,
            int alike,
            ConversationId before,
            String questionBefore,
            CommentId answer,
            String answerText,
            Instant answeredAt,
            long answerer,
            String answererName) {}

    /**
     * What makes people talk, from the brand's own posts.
     *
     * @param posts how many were counted
     * @param all comments a post; null with fewer than {@link Spread#LEAST}
     */
    public record Patterns(int posts, @Nullable Spread all, List<Kind> kinds) {

        public List<Kind> of(Dimension dimension) {
            return kinds.stream().filter(each -> each.dimension() == dimension).toList();
        }
    }

    /** In what posts may be alike. */
    public enum Dimension {
        FORMAT,
        PILLAR,
        TAG,
        ACCOUNT,
        WEEKDAY,
        /** Three hours, by the hour in which they begin. */
        HOURS
    }

    /**
     * Posts that are alike in something.
     *
     * @param name as people call it, where it has a name; else {@code value}
     * @param comments a post; null where there are too few posts to say
     * @param people a post; 0 where there are too few to say
     * @param against how it stands against all other posts
     */
    public record Kind(
            Dimension dimension,
            String value,
            String name,
            int posts,
            @Nullable Spread comments,
            double people,
            Against against) {}

    /** Only where the bounds of both don't touch is one surely more than the other. */
    public enum Against {
        UNSURE,
        MORE,
        LESS
    }
}
