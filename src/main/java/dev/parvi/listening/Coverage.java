package dev.parvi.listening;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we and our audience said, as far as a story asks. The rooms that know it implement this, each what it knows. Called in the scope of the
 * brand, inside a transaction.
 */
public interface Coverage {

    /** Posts that went out since then, the earliest first; at most {@code most}. */
    default List<Post> posts(Instant since, int most) {
        return List.of();
    }

    default List<Post> posts(Collection<PostId> ids) {
        return List.of();
    }

    /** The first thing that our audience said of it since then. */
    default Optional<Word> firstWord(Subject subject) {
        return Optional.empty();
    }

    /** Of these speakers on networks those who have spoken to us there. */
    default Set<Speaker> ours(Collection<Speaker> speakers) {
        return Set.of();
    }

    /** @param key made of the network's lasting name of them: the first 128 bits of its SHA-256 */
    record Speaker(String network, UUID key) {}

    /**
     * A post of ours that is out.
     *
     * @param published when its first part was, anywhere
     * @param links that it carries
     * @param madeOf the story that it was made of
     */
    record Post(
            PostId id,
            Instant published,
            String title,
            String text,
            List<String> links,
            @Nullable StoryId madeOf) {}

    /**
     * What our audience is listened to for.
     *
     * @param since what was said before isn't about it
     * @param links of the story, whole addresses
     * @param words its rarest, as they were written: two of them in one utterance are about it
     * @param languages in which the words may be bent
     * @param posts ours about it: what is said below them is about it
     */
    record Subject(Instant since, List<String> links, List<String> words, List<String> languages, List<PostId> posts) {}

    /** Where and when our audience spoke of it. */
    record Word(Instant at, ConversationId conversation) {}
}
