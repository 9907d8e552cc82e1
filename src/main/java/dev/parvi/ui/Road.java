package dev.parvi.ui;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * What the patterns of a door say at a glance: how many parts a path has, and which of them stand there to the letter.
 *
 * @param patterns the parts of each, null where a part may be anything; empty where nothing can be said at a glance
 */
record Road(List<@Nullable String[]> patterns) {

    private static final Pattern ANYTHING = Pattern.compile("[{}*?\\\\]");

    static Road of(RequestMappingInfo info) {
        var patterns = info.getPatternValues();
        return patterns.stream().anyMatch(Road::open)
                ? new Road(List.of())
                : new Road(patterns.stream().map(Road::parts).toList());
    }

    private static boolean open(String pattern) {
        return pattern.contains("**") || pattern.contains("{*");
    }

    private static @Nullable String[] parts(String pattern) {
        var said = Arrays.stream(pattern.split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        var parts = new @Nullable String[said.size()];
        for (var part = 0; part < parts.length; part++) {
            parts[part] = ANYTHING.matcher(said.get(part)).find() ? null : said.get(part);
        }
        return parts;
    }

    /** Whether a path of such parts may fit; where it may not, it doesn't. */
    boolean mayLead(String[] way) {
        if (patterns.isEmpty()) {
            return true;
        }
        for (var pattern : patterns) {
            if (fits(pattern, way)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(@Nullable String[] pattern, String[] way) {
        if (pattern.length != way.length) {
            return false;
        }
        for (var part = 0; part < way.length; part++) {
            if (pattern[part] != null && !way[part].equals(pattern[part])) {
                return false;
            }
        }
        return true;
    }
}
