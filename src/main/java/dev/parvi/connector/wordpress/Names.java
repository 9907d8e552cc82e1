package dev.parvi.connector.wordpress;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a blog's things are called beyond their blog: its own numbers behind its place, as in {@code blog.example.org/?p=12} for
 * a post or a page, {@code …?c=34} for a comment, {@code …?author=2} for a user.
 */
record Names(String place) {

    private static final Pattern NAME = Pattern.compile(".*/\\?([pc])=(\\d{1,18})");

    /** What a name names. */
    record Thing(boolean comment, long number) {}

    String post(long number) {
        return place + "/?p=" + number;
    }

    String comment(long number) {
        return place + "/?c=" + number;
    }

    String user(long number) {
        return place + "/?author=" + number;
    }

    /** Empty for what is none of ours, such as an address that somebody recorded by hand. */
    static Optional<Thing> read(String name) {
        var match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(new Thing(match.group(1).equals("c"), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    static OptionalLong post(String name) {
        return read(name).stream()
                .filter(thing -> !thing.comment())
                .mapToLong(Thing::number)
                .findFirst();
    }
}
