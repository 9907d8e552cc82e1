package dev.parvi.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what people say to an account. Reading changes nothing at the network; what was read before may come again. */
public interface Reads {

    /** How many names {@link #apart} is given at once. */
    int MISSING_MOST = 200;

    /**
     * What is new on the account: answers at any depth, mentions, quotes, reviews and messages, in any order.
     *
     * @param cursor where the last reading ended, as {@link News#cursor} gave it; empty for the first
     */
    News news(Access access, String cursor) throws ConnectorFailed;

    /**
     * Everything that now stands under one thing, at any depth, whoever said it.
     *
     * @param root the network's name of it
     */
    Talk talk(Access access, String root) throws ConnectorFailed;

    /**
     * Of what was read once and a whole talk now lacks, that which the network still shows to whoever goes there by its name:
     * on some networks an answer to something that was deleted stands in no tree any more.
     *
     * @param missing by their names, at most {@value #MISSING_MOST}
     */
    default List<Heard> apart(Access access, String root, List<String> missing) throws ConnectorFailed {
        return List.of();
    }

    /** How many calls of {@link #news}, {@link #talk} and {@link #apart} together an account may make. */
    Descriptor.Pace reading();

    /**
     * @param cursor to be kept in the same transaction as what was heard
     * @param more whether there is more to be read at once
     */
    record News(List<Heard> heard, String cursor, boolean more) {}

    /**
     * @param head the thing itself, where it isn't gone
     * @param heard without the head
     * @param whole whether nothing was left out: only then is what's missing no longer shown there. False for a page that was
     *     cut short, a depth that was not read, an answer that came in part
     * @param figures the thing's own figures as the network shows them; what it doesn't show is missing, never zero
     */
    record Talk(@Nullable Heard head, List<Heard> heard, boolean whole, Map<Figure, Long> figures) {}

    /** A figure that networks show beside a post. */
    enum Figure {
        LIKES,
        REPOSTS,
        REPLIES,
        QUOTES,
        VIEWS
    }
}
