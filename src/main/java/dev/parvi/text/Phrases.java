package dev.parvi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the rules in one language, written by hand for this project: under each rule's name words, beginnings of words with a
 * star, and phrases of up to four words joined by underscores.
 */
final class Phrases {

    private static final Map<String, Phrases> READ = new ConcurrentHashMap<>();
    private static final int LONGEST_PHRASE = 4;

    private final Map<Rule, Set<String>> phrases;

    private Phrases(Map<Rule, Set<String>> phrases) {
        this.phrases = phrases;
    }

    static Phrases of(String language) {
        return READ.computeIfAbsent(language, Phrases::read);
    }

    /** Whether the rule has words of this language. */
    boolean serves(Rule rule) {
        return phrases.containsKey(rule);
    }

    boolean has(Rule rule, String even) {
        var wanted = phrases.get(rule);
        if (wanted == null) {
            return false;
        }
        var words = even.strip().split(" ");
        for (var from = 0; from < words.length; from++) {
            if (begins(wanted, words, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(Set<String> wanted, String[] words, int from) {
        var phrase = new StringBuilder();
        for (var to = from; to < Math.min(words.length, from + LONGEST_PHRASE); to++) {
            if (to > from) {
                phrase.append('_');
            }
            var length = phrase.length();
            phrase.append(words[to]);
            if (wanted.contains(phrase.toString())) {
                return true;
            }
            for (var cut = length + 2; cut <= phrase.length() && cut < length + 24; cut++) {
                if (wanted.contains(phrase.substring(0, cut) + "*")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Phrases read(String language) {
        try (var in = Phrases.class.getResourceAsStream("/text/rules/" + language + ".txt")) {
            return new Phrases(in == null ? Map.of() : parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Rule, Set<String>> parsed(String file) {
        var rules = new EnumMap<Rule, Set<String>>(Rule.class);
        for (var line : file.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .toList()) {
            var parts = line.strip().split("\\s+");
            var rule = Rule.valueOf(parts[0].toUpperCase(Locale.ROOT));
            var words = rules.computeIfAbsent(rule, r -> new HashSet<>());
            for (var i = 1; i < parts.length; i++) {
                words.add(parts[i]);
            }
        }
        return rules;
    }
}
