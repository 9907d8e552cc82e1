package dev.parvi.listening;

/**
 * A piece of a topic's query as it was typed.
 *
 * @param text of words and quoted words without marks
 * @param from where it begins, in UTF-16 units
 * @param to where it ends, exclusive
 */
record TopicToken(Kind kind, String text, int from, int to) {

    enum Kind {
        WORD,
        QUOTED,
        /** {@code title:} and the like, without the colon. */
        FIELD,
        /** {@code ~5} right after quoted words. */
        DISTANCE,
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        END
    }
}
