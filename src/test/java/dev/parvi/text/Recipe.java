package dev.parvi.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How one model is made.
 *
 * @param name of its file
 * @param sources names of the data files, without {@code .train.tsv}; the first ones up to {@code measured} measure it
 * @param measured by how many sources' validation files it's measured
 * @param labels of the data to what the model calls them; what isn't named is left out; empty: as they are
 * @param band where the data has no neutral texts: how near to 0 a score is neutral; 0 where it has
 * @param more data files all of whose texts have one label, to that label: taught from, never measured by
 * @param features of a text
 */
record Recipe(
        String name,
        List<String> sources,
        int measured,
        Map<String, String> labels,
        Fitting fitting,
        float band,
        Map<String, String> more,
        Function<String, int[]> features) {

    Recipe(String name, String source, Map<String, String> labels, Fitting fitting, Function<String, int[]> features) {
        this(name, List.of(source), 1, labels, fitting, 0, Map.of(), features);
    }
}
