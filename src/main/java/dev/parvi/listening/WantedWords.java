package dev.parvi.listening;

import dev.parvi.listening.NetworkSources.Wanted;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which sources want a post for its words. A phrase stands where its words follow each other; the last of them may have any
 * ending, as names are inflected. Of a text's words each is looked up by its first letters, so that thousands of phrases cost
 * hardly more than one.
 */
final class WantedWords {

    /** By so many first letters of its first word a phrase is found; shorter ones by all they have. */
    private static final int FIRST = 3;

    /** The fewest letters of a phrase: less would take nearly everything. */
    static final int LEAST = 3;

    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** @param words in lower case */
    private record Phrase(List<String> words, Wanted source) {}

    WantedWords(List<Wanted> sources) {
        for (var source : sources) {
            for (var phrase : parted(source.words())) {
                var words = words(phrase);
                phrases.computeIfAbsent(first(words.getFirst()), key -> new ArrayList<>())
                        .add(new Phrase(words, source));
            }
        }
    }

    /** The phrases of what a member typed, without those that are too short. */
    static List<String> parted(String typed) {
        return Arrays.stream(typed.split("[,;\\n]"))
                .map(phrase -> String.join(" ", words(phrase)))
                .filter(phrase -> phrase.length() >= LEAST)
                .distinct()
                .toList();
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    Set<Wanted> in(String text) {
        var found = new LinkedHashSet<Wanted>();
        var words = words(text);
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            for (var length = 1; length <= Math.min(FIRST, word.length()); length++) {
                for (var phrase : phrases.getOrDefault(word.substring(0, length), List.of())) {
                    if (length == Math.min(FIRST, phrase.words().getFirst().length()) && stands(phrase, words, at)) {
                        found.add(phrase.source());
                    }
                }
            }
        }
        return found;
    }

    private static boolean stands(Phrase phrase, List<String> words, int at) {
        var last = phrase.words().size() - 1;
        if (at + last >= words.size()) {
            return false;
        }
        for (var i = 0; i < last; i++) {
            if (!words.get(at + i).equals(phrase.words().get(i))) {
                return false;
            }
        }
        return words.get(at + last).startsWith(phrase.words().get(last));
    }

    private static String first(String word) {
        return word.substring(0, Math.min(FIRST, word.length()));
    }

    /** Letters and digits; a handle comes apart into its words like anything else. */
    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
