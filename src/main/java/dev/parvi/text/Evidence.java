package dev.parvi.text;

import dev.parvi.text.Likeness.Weighed;
import dev.parvi.text.Term.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for a piece of news telling the same event as a story in its language, and what against: shared names, words and numbers, each by
 * its rarity and by how many of the story's pieces have it; names that only one of both has; the time between. A logistic regression on news
 * grouped by hand ({@code bench/stories/dev.tsv}) weighs them.
 */
final class Evidence {

    /** A name that only the headline, and one that only the story has: such twins tell of another event in the same words. */
    private static final double CLASH = 0.8;

    private static final double CLASH_NAMES = 0.5;

    /** The natural logarithm of one and the hours after which one shared name is too little. */
    private static final double LATER = 2.5;

    private static final double FEW_WORDS = 0.7;
    private static final double FEW_NAMES = 0.9;
    private static final double BY_ROOT = 0.8;

    private final Likeness likeness;
    private final Weighed piece;
    private final List<Weighed> story;
    private final Map<Long, Integer> stems = new HashMap<>();
    private final Map<Long, Integer> roots = new HashMap<>();
    private final Map<Long, Integer> core = new HashMap<>();
    private final List<Double> names = new ArrayList<>();
    private double title;
    private double words;
    private double numbers;
    private double missing;
    private double missingTitle;

    private Evidence(Likeness likeness, Weighed piece, List<Weighed> story) {
        this.likeness = likeness;
        this.piece = piece;
        this.story = story;
    }

    /**
     * The logarithm of the odds that they tell of the same; below every number where they surely don't.
     *
     * @param story at least one piece, all in the language of the piece
     * @param hours to the nearest piece of the story, in any language
     * @param size how many pieces the story has, in all languages
     */
    static double of(Likeness likeness, Weighed piece, List<Weighed> story, double hours, int size) {
        if (elsewhere(piece, story) || others(piece, story)) {
            return Double.NEGATIVE_INFINITY;
        }
        var evidence = new Evidence(likeness, piece, story);
        evidence.count();
        evidence.weigh();
        return evidence.odds(Math.log1p(hours), size);
    }

    /** Both name towns, and none is the same. */
    static boolean elsewhere(Weighed piece, List<Weighed> story) {
        return !piece.traits().places().isEmpty()
                && story.stream().anyMatch(each -> !each.traits().places().isEmpty())
                && story.stream()
                        .noneMatch(each -> !Collections.disjoint(
                                each.traits().places(), piece.traits().places()));
    }

    /** Both name somebody, and neither has any of the other's names. */
    private static boolean others(Weighed piece, List<Weighed> story) {
        return !piece.capitals().isEmpty()
                && story.stream().anyMatch(each -> !each.capitals().isEmpty())
                && story.stream()
                        .allMatch(each -> Collections.disjoint(piece.capitals(), each.roots())
                                && Collections.disjoint(each.capitals(), piece.roots()));
    }

    private void count() {
        for (var each : story) {
            var named = new HashSet<Long>();
            for (var term : each.traits().terms()) {
                stems.merge(term.key(), 1, Integer::sum);
                if (likeness.names(term)) {
                    named.add(term.root());
                }
            }
            named.forEach(root -> core.merge(root, 1, Integer::sum));
            each.roots().forEach(root -> roots.merge(root, 1, Integer::sum));
        }
    }

    private void weigh() {
        for (var term : piece.traits().terms()) {
            var share = shared(term) / story.size();
            if (term.kind() == Kind.NUMBER) {
                numbers += share > 0 ? likeness.rarity(term) : 0;
            } else if (term.kind().telling()) {
                weigh(term, Math.sqrt(share));
            }
        }
    }

    private double shared(Term term) {
        var whole = stems.getOrDefault(term.key(), 0);
        return whole > 0 ? whole : term.rooted() ? roots.getOrDefault(term.root(), 0) * BY_ROOT : 0;
    }

    private void weigh(Term term, double share) {
        if (share == 0) {
            missing += term.kind() == Kind.NAME ? likeness.rarity(term) * (term.title() ? 1 : 0.5) : 0;
            if (term.title() && likeness.names(term)) {
                missingTitle = Math.max(missingTitle, likeness.named(term));
            }
        } else if (piece.names().contains(term.root()) || core.containsKey(term.root())) {
            var tells = likeness.named(term) * share;
            names.add(tells);
            title = Math.max(title, term.title() ? tells : 0);
        } else {
            words += likeness.rarity(term) * share;
        }
    }

    private double odds(double time, int size) {
        var named = names.stream().mapToDouble(each -> each).sum() / 10;
        var strongest = names.stream().mapToDouble(each -> each).max().orElse(0) / 5;
        var clash = Math.min(missingTitle, missingCore()) / 5;
        var said = words / 10;
        if (clash > CLASH && named < CLASH_NAMES
                || time > LATER && numbers == 0 && said < FEW_WORDS && named < FEW_NAMES) {
            return Double.NEGATIVE_INFINITY;
        }
        var cosines = cosines();
        var nearest = cosines.stream().mapToDouble(each -> each).max().orElse(0) * 5;
        var mean = cosines.stream().mapToDouble(each -> each).average().orElse(0) * 5;
        var anchored = names.isEmpty() && numbers == 0 ? 0 : 1;
        return 0.15
                + 0.72 * strongest
                + 1.92 * named
                - 0.60 * said
                + 2.27 * numbers / 5
                - 1.12 * missing / 10
                - 0.92 * time
                - 0.09 * Math.log(size)
                + 0.84 * anchored
                + 0.46 * title / 5
                + 1.16 * nearest
                + 1.85 * mean
                - 2.07 * clash;
    }

    /** The name that most of the story has and the piece hasn't. */
    private double missingCore() {
        return core.entrySet().stream()
                .filter(each ->
                        each.getValue() * 2 >= story.size() && !piece.roots().contains(each.getKey()))
                .mapToDouble(each -> likeness.named(each.getKey()) * each.getValue() / story.size())
                .max()
                .orElse(0);
    }

    private List<Double> cosines() {
        Set<Long> without = new HashSet<>(piece.names());
        without.addAll(core.keySet());
        return story.stream()
                .map(each -> Likeness.cosine(piece.words(), each.words(), without))
                .toList();
    }
}
