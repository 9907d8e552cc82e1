package dev.parvi.connector;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said in public, whoever said it and to whomever. Reading changes nothing at the network; what was read before
 * may come again.
 */
public interface Listens {

    /** What can be followed here, in the order in which it's offered; at least one, each kind once. */
    List<Offer> offers();

    /** How many calls of {@link #aim} and {@link #listen} together an account may make. */
    Descriptor.Pace listening();

    /**
     * Makes what a member typed exact: an account by its lasting name, a tag without its sign.
     *
     * @throws ConnectorFailed with a fault that says what to correct, of the field {@link #TYPED} where it's about what was typed
     */
    Aim aim(Access access, Kind kind, String typed) throws ConnectorFailed;

    /**
     * What was said since the last reading, in any order. A first reading goes back a few days at most.
     *
     * @param cursor where the last reading ended, as {@link Catch#cursor} gave it; empty for the first. One that can't be read
     *     begins anew
     */
    Catch listen(Access access, Aim aim, String cursor) throws ConnectorFailed;

    /** The one field of the form. */
    String TYPED = "typed";

    /** What can be followed. */
    enum Kind {
        /** What one account posts itself. */
        ACCOUNT,
        /** What the network finds for words, by its own rules. */
        SEARCH,
        TAG,
        /** Posts in which a name or a phrase stands as written, in any case and with any ending. */
        PHRASE
    }

    /**
     * One kind as its form shows it: label {@code network.<key>.listens.<kind in lower case>}, hint the same with {@code .hint}.
     *
     * @param limit the most characters that can be typed
     * @param proof how well reading this kind is held to the network
     */
    record Offer(Kind kind, int limit, Descriptor.Proof proof) {}

    /**
     * What is followed.
     *
     * @param value as the network wants it, lasting
     * @param name as people call it
     * @param site where people read it; null where there is no such place
     */
    record Aim(
            Kind kind, String value, String name, @Nullable URI site) {}

    /** @param card of the link that it carries; null where it carries none */
    record Post(Heard said, @Nullable Linked card) {}

    /**
     * @param address absolute
     * @param title and {@code about} as the linked page names itself; may be empty
     */
    record Linked(URI address, String title, String about) {}

    /**
     * @param cursor to be kept in the same transaction as the posts
     * @param more whether there is more to be read at once
     * @param whole false where more was said than is ever read, and the oldest of it was left out
     */
    record Catch(List<Post> posts, String cursor, boolean more, boolean whole) {}
}
