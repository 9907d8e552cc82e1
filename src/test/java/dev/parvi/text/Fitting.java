package dev.parvi.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a linear model with liblinear (L2-regularised L2-loss support vectors, dual), one label against the rest, and rounds it to 8 bits.
 *
 * @param cost liblinear's C
 * @param balance 0: every text counts alike; 1: every label does, however rare
 * @param bits of the hashes that are kept
 */
record Fitting(double cost, double balance, int bits) {

    private static final double TOLERANCE = 0.1;

    /** @param labels in the order that the model gives them; a label that no text has gets no weight */
    LinearModel fit(List<String> labels, List<int[]> features, List<String> right, float sharpness) {
        Linear.disableDebugOutput();
        var problem = new Problem();
        problem.l = features.size();
        problem.n = (1 << bits) + 1;
        problem.bias = 1;
        problem.x = features.stream().map(this::row).toArray(Feature[][]::new);
        problem.y = right.stream().mapToDouble(labels::indexOf).toArray();
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, TOLERANCE);
        weigh(parameter, labels, right);
        return rounded(labels, Linear.train(problem, parameter), sharpness);
    }

    private void weigh(Parameter parameter, List<String> labels, List<String> right) {
        var weights = new double[labels.size()];
        var numbers = new int[labels.size()];
        for (var k = 0; k < weights.length; k++) {
            var label = labels.get(k);
            var count = Math.max(1, right.stream().filter(label::equals).count());
            numbers[k] = k;
            weights[k] = Math.pow(right.size() / (double) (labels.size() * count), balance);
        }
        parameter.setWeights(weights, numbers);
    }

    /** Two features in one bucket count twice, as they do when the model is asked. */
    private Feature[] row(int[] hashes) {
        var buckets =
                Arrays.stream(hashes).map(hash -> hash >>> (32 - bits)).sorted().toArray();
        var worth = buckets.length == 0 ? 0 : 1 / Math.sqrt(buckets.length);
        var row = new ArrayList<Feature>(buckets.length + 1);
        for (var i = 0; i < buckets.length; i++) {
            var same = i;
            while (same + 1 < buckets.length && buckets[same + 1] == buckets[i]) {
                same++;
            }
            row.add(new FeatureNode(buckets[i] + 1, worth * (same - i + 1)));
            i = same;
        }
        row.add(new FeatureNode((1 << bits) + 1, 1));
        return row.toArray(Feature[]::new);
    }

    private LinearModel rounded(List<String> labels, Model model, float sharpness) {
        var outputs = labels.size() == 2 ? 1 : labels.size();
        var trained = model.getLabels();
        var columns = outputs == 1 ? 1 : trained.length;
        var all = model.getFeatureWeights();
        var scales = new float[outputs];
        var biases = new float[outputs];
        var weights = new byte[(1 << bits) * outputs];
        Arrays.fill(scales, 1);
        for (var column = 0; column < columns; column++) {
            // Of two labels liblinear's only output speaks for the one it met first.
            var sign = outputs == 1 && trained[0] == 0 ? -1 : 1;
            var output = outputs == 1 ? 0 : trained[column];
            var most = 0.0;
            for (var bucket = 0; bucket < 1 << bits; bucket++) {
                most = Math.max(most, Math.abs(all[bucket * columns + column]));
            }
            scales[output] = (float) Math.max(most / 127, 1e-9);
            biases[output] = (float) (sign * all[(1 << bits) * columns + column]);
            for (var bucket = 0; bucket < 1 << bits; bucket++) {
                weights[bucket * outputs + output] =
                        (byte) Math.round(sign * all[bucket * columns + column] / scales[output]);
            }
        }
        return new LinearModel(labels, bits, scales, biases, sharpness, weights);
    }
}
