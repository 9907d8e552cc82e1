package dev.parvi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
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
    private static final int LONGEST = 64;

    private final Set<Rule> rules;
    /** The numbers are sets of rules, a bit each. */
    private final WordTable words;

    private final WordTable stems;

    private Phrases(Set<Rule> rules, Map<String, Integer> words, Map<String, Integer> stems) {
        this.rules = rules;
        this.words = new WordTable(words);
        this.stems = new WordTable(stems);
    }

    static Phrases of(String language) {
        return READ.computeIfAbsent(language, Phrases::read);
    }

    /** Whether the rule has words of this language. */
    boolean serves(Rule rule) {
        return rules.contains(rule);
    }

    /** For each rule, by its ordinal, how many words stand before the first that it names; -1 where there is none. */
    int[] places(String even) {
        var places = new int[Rule.values().length];
        Arrays.fill(places, -1);
        var place = 0;
        var from = 1;
        while (!rules.isEmpty() && from < even.length()) {
            var found = begins(even, from);
            for (var rule = 0; found != 0 && rule < places.length; rule++) {
                if (places[rule] < 0 && (found & 1 << rule) != 0) {
                    places[rule] = place;
                }
            }
            from = even.indexOf(' ', from) + 1;
            place++;
        }
        return places;
    }

    /** @return the rules that name what begins here */
    private int begins(String even, int from) {
        var found = 0;
        var key = WordTable.START;
        var words = 1;
        for (var at = from; at < even.length() && at - from < LONGEST; at++) {
            var next = even.charAt(at);
            if (next == ' ') {
                found |= this.words.get(key);
                if (words++ == LONGEST_PHRASE) {
                    break;
                }
                next = '_';
            }
            key = WordTable.with(key, next);
            if (next != '_') {
                found |= stems.get(key);
            }
        }
        return found;
    }

    private static Phrases read(String language) {
        try (var in = Phrases.class.getResourceAsStream("/text/rules/" + language + ".txt")) {
            return in == null
                    ? new Phrases(Set.of(), Map.of(), Map.of())
                    : parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrases parsed(String file) {
        var rules = EnumSet.noneOf(Rule.class);
        var words = new HashMap<String, Integer>();
        var stems = new HashMap<String, Integer>();
        for (var line : file.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .toList()) {
            var parts = line.strip().split("\\s+");
            var rule = Rule.valueOf(parts[0].toUpperCase(Locale.ROOT));
            rules.add(rule);
            for (var i = 1; i < parts.length; i++) {
                var stem = parts[i].endsWith("*");
                var word = stem ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
                (stem ? stems : words).merge(word, 1 << rule.ordinal(), (some, more) -> some | more);
            }
        }
        return new Phrases(rules, words, stems);
    }
}
