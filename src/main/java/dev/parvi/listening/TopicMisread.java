package dev.parvi.listening;

/** A topic's query that can't be read: what is wrong, where, and by {@link #kind} what to do. */
public final class TopicMisread extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong; the bundle says {@code listening.topic.misread.<kind>}. */
    public enum Kind {
        EMPTY,
        TOO_LONG,
        TOO_MANY_WORDS,
        TOO_DEEP,
        PHRASE_TOO_LONG,
        UNCLOSED_QUOTE,
        EMPTY_QUOTES,
        UNCLOSED_BRACKET,
        UNOPENED_BRACKET,
        EMPTY_BRACKETS,
        NOTHING_BEFORE,
        NOTHING_AFTER,
        SMALL_OPERATOR,
        UNKNOWN_FIELD,
        FIELD_WITHOUT_VALUE,
        UNKNOWN_LANGUAGE,
        BAD_SITE,
        SHORT_PREFIX,
        STAR_INSIDE,
        STAR_IN_PHRASE,
        BAD_DISTANCE,
        NO_LETTERS,
        FINDS_NOTHING
    }

    private final Kind kind;
    private final int from;
    private final int to;
    private final String what;

    TopicMisread(Kind kind, int from, int to, String what) {
        super(kind + " at " + from + ": " + what);
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.what = what;
    }

    public Kind kind() {
        return kind;
    }

    /** Where it begins, counted from 0 in UTF-16 units of what was typed. */
    public int from() {
        return from;
    }

    /** Where it ends, exclusive; as {@link #from} where something is missing there. */
    public int to() {
        return to;
    }

    /** What stands there, or the limit that was passed. */
    public String what() {
        return what;
    }
}
