package dev.parvi.connector.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** What things are called: posts go by their number alone, and before that of a comment stands a c. */
final class Names {

    private static final Pattern NAME = Pattern.compile("(c?)(\\d{1,18})");

    private Names() {}

    record Name(boolean comment, long id) {

        @Override
        public String toString() {
            return (comment ? "c" : "") + id;
        }
    }

    /** Empty for what is no name of anything here. */
    static Optional<Name> of(String said) {
        var name = NAME.matcher(said);
        return name.matches()
                ? Optional.of(new Name(!name.group(1).isEmpty(), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    static String comment(long id) {
        return new Name(true, id).toString();
    }

    static String post(long id) {
        return new Name(false, id).toString();
    }
}
