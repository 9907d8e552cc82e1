package dev.parvi.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a brand's moderators have corrected, as a small linear model over the same features that stands on top of the shipped ones. It
 * never changes; a further correction, or one taken back, is a new training over all that hold.
 */
public final class Learned {

    public static final Learned NOTHING = new Learned(Map.of(), 0);

    private static final int OUTPUTS = 3 + Mark.values().length;
    /** What adds less to a score than this is a likeness by chance, and changes nothing. */
    private static final double DULL = 0.8;

    /** By hash of the feature: what it adds to each mood and each mark. */
    private final Map<Integer, float[]> weights;

    private final int corrections;

    private Learned(Map<Integer, float[]> weights, int corrections) {
        this.weights = weights;
        this.corrections = corrections;
    }

    /** @param corrections all that hold; of two on one text the later one counts. Takes under a second for 500. */
    public static Learned train(List<Correction> corrections) {
        return corrections.isEmpty()
                ? NOTHING
                : new Learned(LearnedFitting.fit(corrections, OUTPUTS), corrections.size());
    }

    public boolean isEmpty() {
        return weights.isEmpty();
    }

    /** How many corrections it was trained on. */
    public int corrections() {
        return corrections;
    }

    Verdict adjust(Reading reading, Verdict base) {
        var added = added(LearnedFitting.features(reading));
        var findings = new EnumMap<Mark, Finding>(Mark.class);
        for (var mark : Mark.values()) {
            findings.put(mark, finding(base.finding(mark), added[3 + mark.ordinal()]));
        }
        var mood = LearnedFitting.moods(reading);
        var moved = Math.max(Math.abs(added[0]), Math.max(Math.abs(added[1]), Math.abs(added[2]))) >= DULL;
        if (!moved) {
            return new Verdict(
                    base.language(),
                    base.languageConfidence(),
                    base.mood(),
                    base.moodConfidence(),
                    base.moodBasis(),
                    findings);
        }
        for (var k = 0; k < 3; k++) {
            mood[k] += added[k];
        }
        var now = LinearModel.softened(mood);
        var best = now[0] >= now[1] && now[0] >= now[2] ? 0 : now[1] >= now[2] ? 1 : 2;
        var basis = Mood.values()[best] == base.mood() ? base.moodBasis() : Basis.LEARNED;
        return new Verdict(base.language(), base.languageConfidence(), Mood.values()[best], now[best], basis, findings);
    }

    private static Finding finding(Finding base, double added) {
        if (Math.abs(added) < DULL) {
            return base;
        }
        var there = 1 / (1 + Math.exp(-(LearnedFitting.logit(base.probability()) + added)));
        var now = Finding.by(Basis.LEARNED, there);
        return now.state() == base.state()
                ? new Finding(now.state(), now.confidence(), base.basis(), base.rule())
                : now;
    }

    private double[] added(LearnedFitting.Vector vector) {
        var added = new double[OUTPUTS];
        for (var i = 0; i < vector.hashes().length; i++) {
            var row = weights.get(vector.hashes()[i]);
            if (row != null) {
                for (var k = 0; k < OUTPUTS; k++) {
                    added[k] += row[k] * vector.values()[i];
                }
            }
        }
        return added;
    }

    /** To be kept, and read back by {@link #of(byte[])}. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(corrections);
            out.writeInt(weights.size());
            for (var hash : weights.keySet().stream().sorted().toList()) {
                out.writeInt(hash);
                for (var weight : weights.getOrDefault(hash, new float[OUTPUTS])) {
                    out.writeShort(Float.floatToFloat16(weight));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are none of ours */
    public static Learned of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var corrections = in.readInt();
            var size = in.readInt();
            if (size < 0 || size != (bytes.length - 8) / (4 + 2 * OUTPUTS)) {
                throw new IllegalArgumentException("These bytes are no model of corrections.");
            }
            var weights = new java.util.HashMap<Integer, float[]>(size * 2);
            for (var i = 0; i < size; i++) {
                var hash = in.readInt();
                var row = new float[OUTPUTS];
                for (var k = 0; k < OUTPUTS; k++) {
                    row[k] = Float.float16ToFloat(in.readShort());
                }
                weights.put(hash, row);
            }
            return size == 0 ? NOTHING : new Learned(weights, corrections);
        } catch (IOException e) {
            throw new IllegalArgumentException("These bytes are no model of corrections.", e);
        }
    }
}
