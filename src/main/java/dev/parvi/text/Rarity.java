package dev.parvi.text;

import java.util.HashMap;
import java.util.Map;

/**
 * How much a word tells: the logarithm of one through the share of news that have it. Until much has been counted, what a word of its kind usually
 * is in counts like {@value #PRIOR} pieces of news.
 */
public final class Rarity {

    private static final double PRIOR = 300;

    private final Map<Long, Integer> counts = new HashMap<>();
    private long pieces;

    /** @param pieces of which the words were counted */
    public Rarity(long pieces) {
        this.pieces = pieces;
    }

    /** What was counted before. */
    public void know(long key, int count) {
        counts.put(key, count);
    }

    /** One more piece. */
    public void count(Traits traits) {
        pieces++;
        traits.counted().forEach(each -> counts.merge(each, 1, Integer::sum));
    }

    /** In nats; from 0 up. */
    double of(Term term) {
        return of(term.key(), term.kind());
    }

    double of(long key, Term.Kind kind) {
        return Math.max(0, Math.log((pieces + PRIOR) / (count(key) + PRIOR * kind.share())));
    }

    /** Whether it was a name before, as it's written here. */
    boolean wasNamed(Term term) {
        return count(term.named()) > 0;
    }

    boolean mostlyNamed(Term term) {
        return count(term.named()) * 2 > count(term.key());
    }

    boolean neverSmall(Term term) {
        return count(term.small()) == 0;
    }

    private int count(long key) {
        return counts.getOrDefault(key, 0);
    }
}
