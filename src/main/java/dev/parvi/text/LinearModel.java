package dev.parvi.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A linear model over hashed features: one weight of 8 bits for each bucket and output. Two labels share one output, whose sign decides.
 */
final class LinearModel {

    private static final int MAGIC = 0x50545831;
    /** So many outputs are added up one by one. */
    private static final int FEW = 8;

    private final List<String> labels;
    private final int bits;
    private final float[] scales;
    private final float[] biases;
    private final float sharpness;
    private final byte[] weights;
    private final int size;

    /**
     * @param bits the weights are 2^bits buckets of one byte for each output, bucket after bucket
     * @param scales what one step of a weight is worth, for each output
     * @param sharpness what scores are multiplied with before they become probabilities
     */
    LinearModel(List<String> labels, int bits, float[] scales, float[] biases, float sharpness, byte[] weights) {
        this.labels = List.copyOf(labels);
        this.bits = bits;
        this.scales = scales;
        this.biases = biases;
        this.sharpness = sharpness;
        // where rows are added up by Lanes, the last one is read as wide as all others
        this.weights = labels.size() > FEW ? Arrays.copyOf(weights, weights.length + Lanes.WIDTH) : weights;
        this.size = weights.length;
    }

    List<String> labels() {
        return labels;
    }

    int size() {
        return size;
    }

    /** What a feature weighs for the first output, -127 to 127. */
    int weight(int feature) {
        return weights[(feature >>> (32 - bits)) * outputs()];
    }

    /**
     * A model of three labels out of one of two: where the score is nearer to 0 than the band, it's the one between.
     *
     * @param label of what lies between
     */
    LinearModel between(String label, float band) {
        var three = new byte[size * 3];
        for (var i = 0; i < size; i++) {
            three[i * 3] = (byte) -weights[i];
            three[i * 3 + 2] = weights[i];
        }
        return new LinearModel(
                List.of(labels.getFirst(), label, labels.getLast()),
                bits,
                new float[] {scales[0], 1, scales[0]},
                new float[] {-biases[0], band, biases[0]},
                sharpness,
                three);
    }

    LinearModel sharpened(float factor) {
        return new LinearModel(labels, bits, scales, biases, factor, Arrays.copyOf(weights, size));
    }

    private int outputs() {
        return labels.size() == 2 ? 1 : labels.size();
    }

    /** @return one score for each output */
    double[] scores(int[] features) {
        var outputs = outputs();
        var sums = outputs > FEW && outputs <= Lanes.WIDTH ? wide(features) : narrow(features);
        var norm = features.length == 0 ? 0 : 1 / Math.sqrt(features.length);
        var scores = new double[outputs];
        for (var k = 0; k < outputs; k++) {
            scores[k] = sums[k] * scales[k] * norm + biases[k];
        }
        return scores;
    }

    private int[] narrow(int[] features) {
        var outputs = outputs();
        var sums = new int[outputs];
        var shift = 32 - bits;
        for (var feature : features) {
            var at = (feature >>> shift) * outputs;
            for (var k = 0; k < outputs; k++) {
                sums[k] += weights[at + k];
            }
        }
        return sums;
    }

    /** The same for many outputs. */
    private int[] wide(int[] features) {
        var sums = new int[outputs()];
        var rows = new int[features.length];
        for (var n = 0; n < rows.length; n++) {
            rows[n] = (features[n] >>> 32 - bits) * sums.length;
        }
        Lanes.add(weights, rows, sums);
        return sums;
    }

    /** @return one probability for each label, of all together 1 */
    double[] probabilities(int[] features) {
        var scores = scores(features);
        if (scores.length == 1) {
            var second = 1 / (1 + Math.exp(-scores[0] * sharpness));
            return new double[] {1 - second, second};
        }
        for (var k = 0; k < scores.length; k++) {
            scores[k] *= sharpness;
        }
        return softened(scores);
    }

    static double[] softened(double[] scores) {
        var most = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            most = Math.max(most, score);
        }
        var sum = 0.0;
        var out = new double[scores.length];
        for (var k = 0; k < scores.length; k++) {
            out[k] = Math.exp(scores[k] - most);
            sum += out[k];
        }
        for (var k = 0; k < scores.length; k++) {
            out[k] /= sum;
        }
        return out;
    }

    Guess guess(int[] features) {
        var probabilities = probabilities(features);
        var best = 0;
        for (var k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return new Guess(labels.get(best), probabilities[best]);
    }

    /** Buckets without weight are skipped: the gap to the next one, then its weights. */
    void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeByte(bits);
        out.writeByte(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
        for (var k = 0; k < outputs(); k++) {
            out.writeFloat(scales[k]);
            out.writeFloat(biases[k]);
        }
        out.writeFloat(sharpness);
        var outputs = outputs();
        var gap = 0;
        for (var bucket = 0; bucket < 1 << bits; bucket++) {
            if (empty(bucket * outputs, outputs)) {
                gap++;
            } else {
                number(out, gap);
                out.write(weights, bucket * outputs, outputs);
                gap = 0;
            }
        }
        number(out, gap);
        out.flush();
    }

    private boolean empty(int at, int outputs) {
        for (var k = 0; k < outputs; k++) {
            if (weights[at + k] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void number(DataOutputStream out, int number) throws IOException {
        var rest = number;
        while (rest >= 0x80) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static LinearModel read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of this desk");
        }
        var bits = in.readUnsignedByte();
        var labels = new String[in.readUnsignedByte()];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        var outputs = labels.length == 2 ? 1 : labels.length;
        var scales = new float[outputs];
        var biases = new float[outputs];
        for (var k = 0; k < outputs; k++) {
            scales[k] = in.readFloat();
            biases[k] = in.readFloat();
        }
        var sharpness = in.readFloat();
        var weights = new byte[(1 << bits) * outputs];
        fill(weights, outputs, in.readAllBytes());
        return new LinearModel(List.of(labels), bits, scales, biases, sharpness, weights);
    }

    private static void fill(byte[] weights, int outputs, byte[] packed) throws IOException {
        var at = 0;
        var bucket = 0;
        while (at < packed.length) {
            var shift = 0;
            var gap = 0;
            int part;
            do {
                part = packed[at++];
                gap |= (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            bucket += gap;
            if (at < packed.length) {
                if ((bucket + 1) * outputs > weights.length || at + outputs > packed.length) {
                    throw new IOException("a model that is cut off");
                }
                System.arraycopy(packed, at, weights, bucket * outputs, outputs);
                at += outputs;
                bucket++;
            }
        }
    }
}
