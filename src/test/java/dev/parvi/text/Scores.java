package dev.parvi.text;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How good guesses are. All in percent. */
final class Scores {

    private Scores() {}

    /** Of a text that is several things the guess itself counts as the right one where it's among them, and the first where it isn't. */
    static List<String> resolved(List<String> right, List<String> guessed) {
        return IntStream.range(0, right.size())
                .mapToObj(i -> {
                    var named = Labelled.named(right.get(i));
                    return named.contains(guessed.get(i)) ? guessed.get(i) : named.getFirst();
                })
                .toList();
    }

    static double accuracy(List<String> right, List<String> guessed) {
        var hits = 0;
        for (var i = 0; i < right.size(); i++) {
            hits += right.get(i).equals(guessed.get(i)) ? 1 : 0;
        }
        return 100.0 * hits / right.size();
    }

    /** The mean of the labels' F1. */
    static double macro(List<String> right, List<String> guessed) {
        return new TreeSet<>(right)
                .stream()
                        .mapToDouble(label -> f1(label, right, guessed))
                        .average()
                        .orElse(0);
    }

    /** The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
    static double f1(String label, List<String> right, List<String> guessed) {
        var both = 0;
        var either = 0;
        for (var i = 0; i < right.size(); i++) {
            var is = right.get(i).equals(label);
            var said = guessed.get(i).equals(label);
            both += is && said ? 1 : 0;
            either += (is ? 1 : 0) + (said ? 1 : 0);
        }
        return either == 0 ? 0 : 100.0 * 2 * both / either;
    }
}
