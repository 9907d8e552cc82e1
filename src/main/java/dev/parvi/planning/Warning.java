package dev.parvi.planning;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be known before a post goes to an account. Its words are {@code planning.warning.<kind>}; those of a hard one,
 * when somebody plans it all the same, {@code planning.cannot.<kind>}.
 *
 * @param values for the message's named places
 */
public record Warning(Kind kind, Map<String, Object> values) {

    /** Kinds of warnings; the hard ones stand between a post and the calendar. */
    public enum Kind {
        EMPTY(true),
        TOO_LONG(true),
        TOO_MANY_PICTURES(true),
        PICTURE_TYPE(true),
        ALT_TOO_LONG(true),
        BAD_LINK(true),
        BAD_QUOTE(true),
        CLOSED(true),
        LOST(false),
        NEARLY(false),
        NO_ALT(false),
        NO_TITLE(false),
        NO_THREAD(false),
        NO_COMMENTS(false),
        NO_QUOTE(false),
        CARD_HIDDEN(false);

        private final boolean hard;

        Kind(boolean hard) {
            this.hard = hard;
        }
    }

    public boolean hard() {
        return kind.hard;
    }

    /** Name, value, name, value … as messages take them. */
    public Object[] pairs() {
        return values.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }

    static Warning of(Kind kind) {
        return new Warning(kind, Map.of());
    }
}
