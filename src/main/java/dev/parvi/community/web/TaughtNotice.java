package dev.parvi.community.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address says was taught just now, as {@code act.n}.
 *
 * @param act by which it's undone
 * @param n how many utterances are judged otherwise from now on; 0 where one was right
 */
public record TaughtNotice(String act, int n) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,9})");

    /** Null where it makes no sense. */
    static @Nullable TaughtNotice of(String written) {
        var found = WRITTEN.matcher(written);
        return found.matches() ? new TaughtNotice(found.group(1), Integer.parseInt(found.group(2))) : null;
    }
}
