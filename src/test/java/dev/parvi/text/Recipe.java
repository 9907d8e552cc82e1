package dev.parvi.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How one model is made.
 *
 * @param name of its file
 * @param sources names of the data files, without {@code .train.tsv}; the first's validation file measures it
 * @param labels of the data, in the order of the model, to what the model calls them; what isn't named is left out
 * @param features of a text
 */
record Recipe(
        String name,
        List<String> sources,
        Map<String, String> labels,
        Fitting fitting,
        Function<String, int[]> features) {}
