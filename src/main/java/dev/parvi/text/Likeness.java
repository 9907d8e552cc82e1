package dev.parvi.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How alike pieces of news are. Weighs a piece's words once by their rarity; {@link Evidence} then holds it against a story. */
public final class Likeness {

    static final double TITLE = 1.5;
    private static final double ROOT = 0.7;

    private final Rarity rarity;

    public Likeness(Rarity rarity) {
        this.rarity = rarity;
    }

    /**
     * A piece as it's compared, made once for all it's compared with.
     *
     * @param words weights by stem and root
     * @param abroad weights of what other languages share: names by their sound, numbers
     * @param names roots of what is a name here, or mostly was
     * @param capitals roots of what is a name, or may be one
     * @param roots of all words
     */
    public record Weighed(
            Traits traits,
            Map<Long, Double> words,
            Map<Long, Double> abroad,
            Set<Long> names,
            Set<Long> capitals,
            Set<Long> roots) {

        /** Keys by which others like it are found, the rarest first; then those for other languages. */
        public List<Long> keys(int most, int mostAbroad) {
            return Stream.concat(
                            words.entrySet().stream()
                                    .filter(each -> roots.contains(each.getKey()))
                                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                    .limit(most),
                            abroad.entrySet().stream()
                                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                    .limit(mostAbroad))
                    .map(Map.Entry::getKey)
                    .distinct()
                    .toList();
        }
    }

    public Weighed weigh(Traits traits) {
        var words = new HashMap<Long, Double>();
        var abroad = new HashMap<Long, Double>();
        var names = new HashSet<Long>();
        var capitals = new HashSet<Long>();
        var roots = new HashSet<Long>();
        for (var term : traits.terms()) {
            var boost = term.title() ? TITLE : 1;
            words.merge(term.key(), rarity.of(term) * boost, Math::max);
            roots.add(term.root());
            if (term.rooted()) {
                words.merge(term.root(), ROOT * rarity.of(term.root(), term.kind()) * boost, Math::max);
            }
            if (term.kind() == Term.Kind.NAME || rarity.mostlyNamed(term)) {
                names.add(term.root());
            }
            if (term.kind() == Term.Kind.NAME
                    || term.kind() == Term.Kind.WORD && term.capital() && rarity.neverSmall(term)) {
                capitals.add(term.root());
            }
            if (term.kind() == Term.Kind.NAME && term.sound() != 0) {
                abroad.merge(term.sound(), rarity.of(term.sound(), term.kind()) * boost, Math::max);
            } else if (term.kind() == Term.Kind.NUMBER) {
                abroad.put(term.key(), rarity.of(term));
            }
        }
        return new Weighed(traits, words, abroad, names, capitals, roots);
    }

    /** How much a word that is a name tells. */
    double named(Term term) {
        var whole = rarity.of(term.key(), Term.Kind.NAME);
        return term.rooted() ? Math.min(whole, rarity.of(term.root(), Term.Kind.NAME)) : whole;
    }

    double named(long root) {
        return rarity.of(root, Term.Kind.NAME);
    }

    double rarity(Term term) {
        return rarity.of(term);
    }

    /** A name, or what may be one and was one before. */
    boolean names(Term term) {
        return term.kind() == Term.Kind.NAME || term.capital() && rarity.wasNamed(term);
    }

    /** Which part of their words they share letter by letter, 0 to 1. */
    public static double copied(Weighed a, Weighed b) {
        return a.traits().print().alike(b.traits().print());
    }

    /** @param without keys that don't count */
    static double cosine(Map<Long, Double> a, Map<Long, Double> b, Set<Long> without) {
        var sum = 0.0;
        for (var each : a.entrySet()) {
            if (!without.contains(each.getKey())) {
                sum += each.getValue() * b.getOrDefault(each.getKey(), 0.0);
            }
        }
        return sum == 0 ? 0 : sum / Math.sqrt(squares(a, without) * squares(b, without));
    }

    private static double squares(Map<Long, Double> weights, Set<Long> without) {
        var sum = 0.0;
        for (var each : weights.entrySet()) {
            sum += without.contains(each.getKey()) ? 0 : each.getValue() * each.getValue();
        }
        return sum;
    }
}
