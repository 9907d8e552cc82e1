package dev.parvi.listening;

import java.util.Locale;

/** Why a source isn't read; its words are {@code listening.source.reason.<word>}. */
enum Reason {
    /** Its answer has nothing in it. */
    EMPTY,
    /** A page for people came instead of a feed. */
    HTML,
    /** Neither XML nor JSON of any kind of feed. */
    NO_FEED,
    /** It begins as a feed and can't be read further. */
    BROKEN,
    TOO_LARGE,
    /** Of a page: nothing is at the place where it's looked. */
    NOTHING_THERE,
    GONE,
    NOT_FOUND,
    /** It wants a name and a password, or doesn't let us in. */
    CLOSED,
    /** It asks to be left in peace for a time. */
    BUSY,
    /** Its server has a fault. */
    SERVER,
    /** It answers with something else that is no success. */
    STATUS,
    UNKNOWN_HOST,
    UNREACHABLE,
    TLS,
    TIMEOUT,
    CUT,
    REDIRECTS,
    /** Its address isn't a public one. */
    FORBIDDEN,
    MALFORMED,
    /** A fault of our own. */
    DESK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
