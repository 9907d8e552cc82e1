package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we want to say, for all accounts that don't say it in their own words.
 *
 * @param quote the address of a post that is quoted, as typed
 * @param language a BCP 47 tag; empty where unknown
 * @param revision rises with each change that was saved
 */
public record Post(
        PostId id,
        Wording words,
        String quote,
        List<String> tags,
        String language,
        @Nullable PillarId pillar,
        PostState state,
        int revision,
        MemberId author,
        Instant madeAt,
        MemberId changedBy,
        Instant changedAt) {

    private static final int SHORT = 80;

    /** What a list calls it: its title, or how its text begins; empty where there is nothing yet. */
    public String name() {
        var said = words.title().isBlank() ? words.text() : words.title();
        var line = said.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : begun(line.substring(0, line.offsetByCodePoints(0, SHORT + 1))) + "…";
    }

    /** A word that is cut reads like a mistake; one that is too long to be left out is cut all the same. */
    private static String begun(String cut) {
        return cut.replaceFirst("(?:\\s+\\S{0,20}|.)$", "").replaceFirst("[\\s.,;:…]+$", "");
    }
}
