package dev.parvi.tracking;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a tracked link stands, as far as it's known when it is reserved.
 *
 * @param seed what makes it one place: the same address in the same place is the same link
 * @param part of the thread, first comments counted after its parts
 * @param comment which is answered
 * @param words what the brand's rules may name: {@code network}, {@code account}, {@code pillar}, {@code campaign}, {@code kind}
 */
public record LinkPlace(
        String seed,
        @Nullable PostId post,
        @Nullable AccountId account,
        int part,
        @Nullable PillarId pillar,
        @Nullable ConversationId conversation,
        @Nullable CommentId comment,
        Map<String, String> words) {

    public LinkPlace {
        words = Map.copyOf(words);
    }

    /** A part of a version. */
    public static LinkPlace post(
            PostId post, AccountId account, int part, @Nullable PillarId pillar, Map<String, String> words) {
        return new LinkPlace(
                "post " + post + " " + account + " " + part, post, account, part, pillar, null, null, words);
    }

    /** @param form made with the form in which the answer was typed */
    public static LinkPlace answer(
            String form, AccountId account, ConversationId conversation, CommentId comment, Map<String, String> words) {
        return new LinkPlace("answer " + form, null, account, 0, null, conversation, comment, words);
    }

    /** A link of its own: in a letter, on a poster, in an advertisement. */
    static LinkPlace alone(String campaign, String medium) {
        return new LinkPlace(
                "alone " + campaign + " " + medium,
                null,
                null,
                0,
                null,
                null,
                null,
                Map.of("campaign", campaign, "network", medium, "kind", "link"));
    }

    String word(String name) {
        return words.getOrDefault(name, "");
    }
}
