package dev.parvi.team.web;

import java.util.regex.Pattern;

/** Where to go after signing in: only ever to a page of this desk. */
final class LocalPath {

    /** A slash, then no second one or backslash, which browsers read as another host. */
    private static final Pattern SAFE = Pattern.compile("/([A-Za-z0-9@_.~-][\\x21-\\x5b\\x5d-\\x7e]*)?");

    private LocalPath() {}

    static String of(String asked) {
        return SAFE.matcher(asked).matches() ? asked : "/";
    }
}
