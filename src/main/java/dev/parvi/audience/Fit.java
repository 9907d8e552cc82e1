package dev.parvi.audience;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a profile belongs to the target audience, and why. How it's judged stands in {@code docs/figures.md}.
 *
 * @param reasons in the order in which they weigh; empty where nothing can be told
 */
public record Fit(Verdict verdict, List<Reason> reasons) {

    public enum Verdict {
        FITS,
        DOESNT,
        UNKNOWN
    }

    /** What was found. */
    public enum Ground {
        SHOPS,
        AGENCIES,
        BOTS,
        GIVEAWAYS,
        COMPETITOR,
        UNWANTED,
        LANGUAGE_OUT,
        PLACE_OUT,
        PLACE,
        LANGUAGE,
        INTEREST;

        /** Whether it alone says that somebody doesn't fit. */
        public boolean against() {
            return compareTo(PLACE) < 0;
        }
    }

    /** @param word by which it was told: a word of theirs, a sign, a place, the code of a language */
    public record Reason(Ground ground, String word) {}

    private static final int LONGEST = 60;

    public Fit {
        reasons = List.copyOf(reasons);
    }

    /** As it's kept: one reason a line. */
    String written() {
        return reasons.stream()
                .map(each -> each.ground() + " " + cut(each.word()))
                .collect(Collectors.joining("\n"));
    }

    static Fit read(String verdict, String written) {
        return new Fit(
                Verdict.valueOf(verdict),
                Arrays.stream(written.split("\n"))
                        .filter(line -> !line.isEmpty())
                        .map(line -> new Reason(
                                Ground.valueOf(line.substring(0, line.indexOf(' '))),
                                line.substring(line.indexOf(' ') + 1)))
                        .toList());
    }

    private static String cut(String word) {
        var plain = word.replaceAll("\\s+", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
