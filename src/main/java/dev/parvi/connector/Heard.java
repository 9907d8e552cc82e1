package dev.parvi.connector;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One utterance as a network shows it.
 *
 * @param id the network's lasting name for it, unique on the network; the same however often it is read
 * @param root the name of the thing it stands under: a post of ours, or, for what stands alone, the utterance itself
 * @param parent the name of what it answers directly; null where that is the root itself or unknown
 * @param stars 1 to 5 for a review, else null
 * @param editedAt when the network says it was changed; null where it wasn't, or the network doesn't tell
 * @param languages BCP 47 tags as the writer gave them; empty where unknown
 * @param marks what the connector needs to answer it, moderate it, or find it again, and {@link #SINCE}; never shown
 */
public record Heard(
        String id,
        Kind kind,
        String root,
        @Nullable String parent,
        Speaker speaker,
        String text,
        @Nullable Integer stars,
        Instant at,
        @Nullable Instant editedAt,
        Standing standing,
        URI address,
        List<String> languages,
        Map<String, String> marks) {

    /** The mark that tells since when the speaker's account is there, as ISO 8601 instant; only where the network tells. */
    public static final String SINCE = "since";

    /** What sort of utterance it is. */
    public enum Kind {
        /** Said under something, at any depth. */
        COMMENT,
        MENTION,
        QUOTE,
        REVIEW,
        /** Said in private. */
        MESSAGE,
        /** Said in public, not to us: found by listening. */
        FOUND
    }

    /** Whether the network shows it. */
    public enum Standing {
        SHOWN,
        /** Waits for somebody to let it in. */
        HELD,
        /** Still there, folded away from readers. */
        HIDDEN,
        SPAM,
        /** The network itself says that it was deleted. */
        DELETED
    }

    /**
     * Who said it, as the network knows them.
     *
     * @param id their lasting name on the network; empty where it has none, and nothing joins what they say
     * @param handle as it is written to mention them; empty where there is none
     * @param address where their profile can be read; null where they have none
     * @param us whether it was said by the very account that reads
     */
    public record Speaker(
            String id, String name, String handle, @Nullable URI address, boolean us) {}

    /** It as something that can be answered, moderated and found. */
    public Sent sent() {
        return new Sent(id, address, marks);
    }
}
