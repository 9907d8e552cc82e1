package dev.parvi.community;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as rules look for words in it: small letters, without signs that nobody sees, words parted by single spaces. A word is found
 * as a whole; with a star at its end also with any ending.
 */
record RuleWords(String spaced) {

    private static final int LONGEST_ENDING = 24;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static RuleWords of(String text) {
        return new RuleWords(" " + plain(text) + " ");
    }

    /** Composed first: й and ä are letters of their own, while marks that belong to no letter go. */
    private static String plain(String text) {
        var composed =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return BETWEEN.matcher(composed.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Whether there is a letter or digit in it, without which it's found nowhere. */
    static boolean readable(String word) {
        return !plain(word).isEmpty();
    }

    boolean says(List<String> words) {
        return words.stream().anyMatch(this::says);
    }

    private boolean says(String word) {
        var sought = plain(word);
        return !sought.isEmpty() && spaced.contains(" " + sought + (word.strip().endsWith("*") ? "" : " "));
    }

    /** Addresses with a scheme, with www, or with a path after what looks like a domain; what stands without a space counts once. */
    static boolean links(String text, int least) {
        return text.lines()
                        .flatMap(line -> Arrays.stream(line.split("\\s+")))
                        .filter(RuleWords::link)
                        .limit(least)
                        .count()
                >= least;
    }

    private static boolean link(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return small.contains("http://")
                || small.contains("https://")
                || small.contains("www.")
                || domain(small, small.indexOf('/'));
    }

    private static boolean domain(String word, int slash) {
        var dot = word.lastIndexOf('.', slash);
        var ending = slash - dot - 1;
        return slash > 0
                && dot > 0
                && Character.isLetterOrDigit(word.charAt(dot - 1))
                && ending >= 2
                && ending <= LONGEST_ENDING
                && word.substring(dot + 1, slash).chars().allMatch(Character::isLetter);
    }
}
