package dev.parvi.listening;

import dev.parvi.text.Likeness;
import dev.parvi.text.Term;
import dev.parvi.text.Traits;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By which words a story is known.
 *
 * @param words those that most tell it from others, as they were written
 * @param stems of its titles
 */
record StoryNaming(List<String> words, Collection<String> stems) {

    private static final int WORDS = 6;
    private static final int STEMS = 120;

    /** A word counts by its rarity and by how many of the items have it. */
    static StoryNaming of(Likeness likeness, Collection<Traits> told) {
        var weights = new HashMap<Long, Double>();
        var terms = new LinkedHashMap<Long, Term>();
        var stems = new TreeSet<String>();
        for (var traits : told) {
            var weighed = likeness.weigh(traits);
            for (var term : traits.terms()) {
                if (term.title()) {
                    stems.add(term.stem());
                }
                if (term.kind() == Term.Kind.NAME || term.kind() == Term.Kind.WORD) {
                    weights.merge(term.key(), weighed.words().getOrDefault(term.key(), 0.0), Double::sum);
                    terms.putIfAbsent(term.key(), term);
                }
            }
        }
        var words = weights.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
                .limit(WORDS)
                .flatMap(each -> Stream.ofNullable(terms.get(each.getKey())))
                .map(Term::shown)
                .toList();
        return new StoryNaming(words, stems.stream().limit(STEMS).toList());
    }
}
