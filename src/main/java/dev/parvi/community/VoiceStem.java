package dev.parvi.community;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds a word in its usual endings: the endings are cut off both, and in Finnish the consonants that change within a word
 * may have changed. What it doesn't know a star in the guide does.
 */
final class VoiceStem {

    private static final Map<String, Pattern> ENDINGS = Map.of(
            "fi",
            Pattern.compile(
                    "(?<=.{2})(i|t|n|a|ä|e|o|u|y|ö|in|an|än|en|on|un|aa|ää|ia|iä|ja|jä|ta|tä|ita|itä|ssa|ssä|issa|issä|sta|stä|ista|istä"
                            + "|lla|llä|illa|illä|lta|ltä|ilta|iltä|lle|ille|na|nä|ina|inä|ksi|iksi|ien|jen|den|iden|tten|iin|aan|ään|een"
                            + "|mpi|mmat|mman|mpaa|mpää|mpia|mpiä|mmin|in|imman|immat|immin|sti|mme|nne|nsa|nsä|si|ni){1,3}$"),
            "ru",
            Pattern.compile(
                    "(?<=.{3})(ами|ями|ого|его|ому|ему|ыми|ими|ейш\\p{L}+|ой|ей|ий|ый|ая|яя|ое|ее|ые|ие|ым|им|ых|их|ую|юю|ов|ев|ам|ям|ах"
                            + "|ях|ом|ем|а|я|о|е|ы|и|у|ю|ь|й|ше)$"),
            "en",
            Pattern.compile("(?<=.{3})(ies|es|s|e|er|est|ed|ing|ly|'s){1,3}$"));
    private static final String FINNISH = "fi";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    private static final int LONGEST_ENDING = 6;

    private VoiceStem() {}

    /** The words of what is avoided, made ready for {@link #match}. */
    static List<String> wanted(String avoided, String language) {
        return List.of(avoided.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .map(VoiceText::even)
                .map(word -> word.endsWith("*") ? word : "=" + word + "=" + language)
                .toList();
    }

    /** @return the number of the last word, or -1 where they don't begin here */
    static int match(List<String> wanted, VoiceText text, int first) {
        if (first + wanted.size() > text.words().size()) {
            return -1;
        }
        for (var n = 0; n < wanted.size(); n++) {
            if (!fits(wanted.get(n), text.words().get(first + n).even())) {
                return -1;
            }
        }
        return first + wanted.size() - 1;
    }

    private static boolean fits(String wanted, String word) {
        if (wanted.endsWith("*")) {
            return VoicePhrases.fits(wanted, word);
        }
        var cut = wanted.lastIndexOf('=');
        var plain = wanted.substring(1, cut);
        return plain.equals(word) || sameStem(plain, word, wanted.substring(cut + 1));
    }

    private static boolean sameStem(String plain, String word, String language) {
        var endings = ENDINGS.get(language);
        if (endings == null || word.length() > LONGEST || plain.charAt(0) != word.charAt(0)) {
            return false;
        }
        if (language.equals(FINNISH)) {
            return plain.endsWith("nen") ? likeNen(plain, word) : sameInFinnish(plain, word, endings);
        }
        var stem = endings.matcher(plain).replaceFirst("");
        return stem.length() >= SHORTEST && stem.equals(endings.matcher(word).replaceFirst(""));
    }

    private static boolean sameInFinnish(String plain, String word, Pattern endings) {
        var stem = weak(endings.matcher(plain).replaceFirst(""));
        return stem.length() > SHORTEST
                && stem.equals(weak(endings.matcher(word).replaceFirst("")));
    }

    /** As {@code ilmainen}, {@code ilmaisen}, {@code ilmaista}. */
    private static boolean likeNen(String plain, String word) {
        var stem = plain.substring(0, plain.length() - 3) + "s";
        return stem.length() > SHORTEST && word.startsWith(stem) && word.length() - stem.length() <= LONGEST_ENDING;
    }

    /** Finnish stems change their last consonants: halpa, halvan. Both are brought to one form. */
    private static String weak(String stem) {
        return stem.replaceFirst("(kk|k)$", "k")
                .replaceFirst("(pp)$", "p")
                .replaceFirst("(tt)$", "t")
                .replaceFirst("(?<=[lr])(p|v)$", "v")
                .replaceFirst("(?<=n)(t|n)$", "n")
                .replaceFirst("(?<=m)(p|m)$", "m")
                .replaceFirst("(?<=[lr])(t|l|r)$", "t")
                .replaceFirst("(?<=n)(k|g)$", "k");
    }
}
