package dev.parvi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Words of one language that sound glad or sad, written by hand for this project: a word, or the beginning of words with a star. It's no
 * judge of its own: it gives the model features that a small corpus doesn't teach.
 */
final class Lexicon {

    static final Lexicon NONE = new Lexicon(Map.of(), Map.of());

    private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_WORD = 24;
    /** Tones are kept as numbers above 0. */
    private static final int NEITHER = 3;

    private final WordTable words;
    private final WordTable stems;

    private Lexicon(Map<String, Integer> words, Map<String, Integer> stems) {
        this.words = new WordTable(words);
        this.stems = new WordTable(stems);
    }

    /** Empty where there is none of the language. */
    static Lexicon of(String language) {
        return READ.computeIfAbsent(language, Lexicon::read);
    }

    /** @return 1 or 2 for glad, -1 or -2 for sad, 0 for neither */
    int tone(String even, int from, int to) {
        if (this == NONE || to - from > LONGEST_WORD) {
            return 0;
        }
        var key = WordTable.START;
        var longest = 0;
        for (var i = from; i < to; i++) {
            key = WordTable.with(key, even.charAt(i));
            if (i - from + 1 >= SHORTEST_STEM) {
                var stem = stems.get(key);
                longest = stem == 0 ? longest : stem;
            }
        }
        var whole = words.get(key);
        var found = whole == 0 ? longest : whole;
        return found == 0 ? 0 : found - NEITHER;
    }

    private static Lexicon read(String language) {
        try (var in = Lexicon.class.getResourceAsStream("/text/lexicon/" + language + ".txt")) {
            return in == null ? NONE : parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of words, each after a sign: {@code ++} and {@code --} strong, {@code +} and {@code -} plain, {@code 0} neither. */
    private static Lexicon parsed(String file) {
        var words = new HashMap<String, Integer>();
        var stems = new HashMap<String, Integer>();
        for (var line : file.lines().toList()) {
            var parts = line.strip().split("\\s+");
            var tone = tone(parts[0]);
            for (var i = 1; tone != null && i < parts.length; i++) {
                var word = parts[i];
                if (word.endsWith("*")) {
                    stems.put(word.substring(0, word.length() - 1), tone + NEITHER);
                } else {
                    words.put(word, tone + NEITHER);
                }
            }
        }
        return new Lexicon(words, stems);
    }

    private static @Nullable Integer tone(String sign) {
        return switch (sign) {
            case "++" -> 2;
            case "+" -> 1;
            case "0" -> 0;
            case "-" -> -1;
            case "--" -> -2;
            default -> null;
        };
    }
}
