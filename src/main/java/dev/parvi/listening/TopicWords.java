package dev.parvi.listening;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The words that any stored query asks for, by field. Nothing else of an item needs to be looked at. A word with a star stands for
 * all that begin so. Safe for many threads.
 */
final class TopicWords {

    private static final int LONGEST_PREFIX = 64;

    private final ConcurrentHashMap<String, ConcurrentHashMap<String, Integer>> asked = new ConcurrentHashMap<>();
    /** How many prefixes there are of each length. */
    private final AtomicIntegerArray prefixes = new AtomicIntegerArray(LONGEST_PREFIX + 1);

    /** A word in a field; a prefix ends with a star. */
    record Asked(String field, String word) {

        boolean open() {
            return word.endsWith("*");
        }
    }

    void add(Collection<Asked> words) {
        words.forEach(each -> {
            of(each.field()).merge(each.word(), 1, Integer::sum);
            if (each.open()) {
                prefixes.incrementAndGet(length(each));
            }
        });
    }

    void drop(Collection<Asked> words) {
        words.forEach(each -> {
            of(each.field()).computeIfPresent(each.word(), (word, times) -> times == 1 ? null : times - 1);
            if (each.open()) {
                prefixes.decrementAndGet(length(each));
            }
        });
    }

    boolean asks(String field, String word) {
        var words = asked.get(field);
        return words != null && words.containsKey(word);
    }

    boolean asks(String field) {
        var words = asked.get(field);
        return words != null && !words.isEmpty();
    }

    /** Whether any prefix of that length was asked for. */
    boolean asks(int length) {
        return prefixes.get(length) > 0;
    }

    /** Beyond it no word is looked at for prefixes. */
    static int longestPrefix() {
        return LONGEST_PREFIX;
    }

    private static int length(Asked prefix) {
        return Math.min(LONGEST_PREFIX, prefix.word().length() - 1);
    }

    private ConcurrentHashMap<String, Integer> of(String field) {
        return asked.computeIfAbsent(field, name -> new ConcurrentHashMap<>());
    }
}
