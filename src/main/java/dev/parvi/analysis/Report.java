package dev.parvi.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is handed on: what sides of the work came to in a time, as it stood when it was made, with words beside it.
 *
 * @param to its last day
 * @param language its words are in, whoever reads it
 * @param parts in their order
 * @param comments by the key of a side; {@code intro} stands before all
 * @param linked whether it has a private link
 */
public record Report(
        long id,
        String title,
        Kind kind,
        LocalDate from,
        LocalDate to,
        String language,
        List<Part> parts,
        Map<String, String> comments,
        boolean linked,
        Instant madeAt) {

    public static final String INTRO = "intro";

    /** Of what time. */
    public enum Kind {
        WEEK,
        MONTH,
        CAMPAIGN
    }

    /** @param side its key */
    public record Part(String side, List<Block> blocks) {}

    public String comment(String side) {
        return comments.getOrDefault(side, "");
    }
}
