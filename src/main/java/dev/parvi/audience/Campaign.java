package dev.parvi.audience;

import java.time.LocalDate;
import java.util.List;

/**
 * What is done to be found by others.
 *
 * @param goal what it's for, in words; {@code audience} whom it's shown to; either may be empty
 * @param begins its first day, {@code ends} its last, in the brand's zone
 * @param currency three letters
 * @param tag the name that its links carry; may be empty
 */
public record Campaign(
        long id,
        String name,
        String goal,
        String audience,
        LocalDate begins,
        LocalDate ends,
        String currency,
        String tag,
        List<String> links) {

    public Campaign {
        links = List.copyOf(links);
    }

    /** What was paid on a day. @param source where; may be empty */
    public record Cost(LocalDate day, String source, long cents) {}
}
