package dev.parvi.community;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a tree, laid out in the order in which it is read: what answers an utterance stands below it, the earliest
 * first. Worked out without recursion, since people answer each other a hundred thousand deep where nobody stops them.
 */
final class Outline {

    /**
     * One utterance, as far as it's needed to find its place.
     *
     * @param open whether it can be answered, {@code delivery} 0 where the desk didn't send it
     */
    record Twig(long id, UUID key, @Nullable UUID parent, boolean us, boolean open, long delivery) {}

    /** @param depth 0 for what answers the thing itself, or something that we never heard */
    record Place(Twig twig, int depth) {}

    private Outline() {}

    /** @param twigs by time */
    static List<Place> of(List<Twig> twigs) {
        var numbers = new HashMap<UUID, Integer>();
        for (var n = 0; n < twigs.size(); n++) {
            numbers.put(twigs.get(n).key(), n);
        }
        var below = new ArrayList<List<Integer>>(Collections.nCopies(twigs.size(), List.of()));
        var tops = new ArrayList<Integer>();
        for (var n = 0; n < twigs.size(); n++) {
            var parent = twigs.get(n).parent();
            var above = parent == null ? null : numbers.get(parent);
            if (above == null || above == n) {
                tops.add(n);
            } else {
                if (below.get(above).isEmpty()) {
                    below.set(above, new ArrayList<>());
                }
                below.get(above).add(n);
            }
        }
        return laid(twigs, below, tops);
    }

    private static List<Place> laid(List<Twig> twigs, List<List<Integer>> below, List<Integer> tops) {
        var places = new ArrayList<Place>(twigs.size());
        var seen = new boolean[twigs.size()];
        tops.forEach(top -> walk(twigs, below, top, seen, places));
        // Utterances that answer each other in a ring hang on nothing: no network lets that happen, and none can make
        // us lose them.
        for (var n = 0; n < twigs.size(); n++) {
            walk(twigs, below, n, seen, places);
        }
        return places;
    }

    private static void walk(List<Twig> twigs, List<List<Integer>> below, int top, boolean[] seen, List<Place> places) {
        var ahead = new ArrayDeque<int[]>();
        ahead.push(new int[] {top, 0});
        while (!ahead.isEmpty()) {
            var next = ahead.pop();
            if (seen[next[0]]) {
                continue;
            }
            seen[next[0]] = true;
            places.add(new Place(twigs.get(next[0]), next[1]));
            var answers = below.get(next[0]);
            for (var n = answers.size() - 1; n >= 0; n--) {
                ahead.push(new int[] {answers.get(n), next[1] + 1});
            }
        }
    }
}
