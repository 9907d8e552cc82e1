package dev.parvi.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a linear model with liblinear (L2-regularised L2-loss support vectors, dual), each label against the rest, and rounds it to 8 bits.
 * Features may be scaled first by how unevenly they are spread over the labels, to the power of {@code spread}: Wang and Manning 2012,
 * "Baselines and bigrams". The scale is multiplied into the weights afterwards, so the model stays a plain linear one.
 *
 * @param cost liblinear's C
 * @param balance 0: every text counts alike; 1: every label does, however rare
 * @param spread 0: features aren't scaled
 * @param bits of the hashes that are kept
 */
record Fitting(double cost, double balance, double spread, int bits) {

    private static final double TOLERANCE = 0.1;
    private static final double LEAST = 0.01;

    /**
     * @param labels in the order that the model gives them
     * @param right of each text its label, or several with commas between
     */
    LinearModel fit(List<String> labels, List<int[]> features, List<String> right, float sharpness) {
        Linear.disableDebugOutput();
        var rows = features.stream().map(this::buckets).toArray(int[][]::new);
        var problem = problem(rows);
        var outputs = labels.size() == 2 ? 1 : labels.size();
        var scales = new float[outputs];
        var biases = new float[outputs];
        var weights = new byte[(1 << bits) * outputs];
        for (var output = 0; output < outputs; output++) {
            var label = labels.get(outputs == 1 ? 1 : output);
            var is = new boolean[rows.length];
            for (var i = 0; i < is.length; i++) {
                is[i] = Labelled.named(right.get(i)).contains(label);
            }
            var fitted = one(problem, rows, is, labels.size());
            biases[output] = (float) fitted[1 << bits];
            scales[output] = rounded(fitted, weights, output, outputs);
        }
        return new LinearModel(labels, bits, scales, biases, sharpness, weights);
    }

    private int[] buckets(int[] hashes) {
        return Arrays.stream(hashes).map(hash -> hash >>> (32 - bits)).sorted().toArray();
    }

    private Problem problem(int[][] rows) {
        var problem = new Problem();
        problem.l = rows.length;
        problem.n = (1 << bits) + 1;
        problem.bias = 1;
        problem.x = new Feature[rows.length][];
        problem.y = new double[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var distinct = Arrays.stream(rows[i]).distinct().toArray();
            problem.x[i] = new Feature[distinct.length + 1];
            for (var j = 0; j < distinct.length; j++) {
                problem.x[i][j] = new FeatureNode(distinct[j] + 1, 0);
            }
            problem.x[i][distinct.length] = new FeatureNode((1 << bits) + 1, 1);
        }
        return problem;
    }

    private double[] one(Problem problem, int[][] rows, boolean[] is, int labels) {
        var scale = scale(rows, is);
        var count = 0;
        for (var i = 0; i < rows.length; i++) {
            weigh(problem.x[i], rows[i], scale);
            problem.y[i] = is[i] ? 1 : -1;
            count += is[i] ? 1 : 0;
        }
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, TOLERANCE);
        var even = rows.length / (double) labels;
        parameter.setWeights(
                new double[] {Math.pow(even / count, balance), Math.pow(even / (rows.length - count), balance)},
                new int[] {1, -1});
        var model = Linear.train(problem, parameter);
        // liblinear's only output speaks for the label it met first.
        var sign = model.getLabels()[0] == 1 ? 1 : -1;
        var fitted = model.getFeatureWeights();
        for (var bucket = 0; bucket < scale.length; bucket++) {
            fitted[bucket] *= sign * scale[bucket];
        }
        fitted[scale.length] *= sign;
        return fitted;
    }

    /** Two features in one bucket count twice, as they do when the model is asked. */
    private static void weigh(Feature[] nodes, int[] buckets, double[] scale) {
        var worth = buckets.length == 0 ? 0 : 1 / Math.sqrt(buckets.length);
        var at = 0;
        for (var j = 0; j < nodes.length - 1; j++) {
            var times = 0;
            var bucket = nodes[j].getIndex() - 1;
            while (at < buckets.length && buckets[at] == bucket) {
                at++;
                times++;
            }
            nodes[j].setValue(worth * times * scale[bucket]);
        }
    }

    /** The naive Bayes log ratio of each bucket, without its sign, add-one smoothed. */
    private double[] scale(int[][] rows, boolean[] is) {
        var in = new double[1 << bits];
        var out = new double[1 << bits];
        var allIn = 1.0;
        var allOut = 1.0;
        for (var i = 0; i < rows.length; i++) {
            for (var bucket : rows[i]) {
                (is[i] ? in : out)[bucket]++;
            }
            allIn += is[i] ? rows[i].length : 0;
            allOut += is[i] ? 0 : rows[i].length;
        }
        for (var bucket = 0; bucket < in.length; bucket++) {
            var ratio = Math.abs(Math.log((in[bucket] + 1) / allIn * allOut / (out[bucket] + 1)));
            in[bucket] = in[bucket] + out[bucket] == 0 ? 0 : Math.pow(ratio + LEAST, spread);
        }
        return in;
    }

    /** @return what one step of the 8 bits is worth */
    private float rounded(double[] fitted, byte[] weights, int output, int outputs) {
        var most = 1e-9;
        for (var bucket = 0; bucket < 1 << bits; bucket++) {
            most = Math.max(most, Math.abs(fitted[bucket]));
        }
        var step = (float) (most / Byte.MAX_VALUE);
        for (var bucket = 0; bucket < 1 << bits; bucket++) {
            weights[bucket * outputs + output] = (byte) Math.round(fitted[bucket] / step);
        }
        return step;
    }
}
