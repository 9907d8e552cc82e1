package dev.parvi.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A text's MinHash: of each of {@link #SIZE} hash functions the least value over all runs of {@link #RUN} words. The share of places in which
 * two fingerprints agree estimates which part of all their runs two texts have in common (Broder 1997), give or take 0.06.
 */
public final class Fingerprint {

    /** How many least values. */
    public static final int SIZE = 64;

    /** Words in a run. */
    public static final int RUN = 3;

    /** Two texts that agree so far are copies of each other, perhaps shortened or touched up. */
    public static final double COPY = 0.5;

    private static final int BANDS = 8;
    private static final int BAND = 4;
    private static final Fingerprint NONE = new Fingerprint(new int[0]);

    private final int[] least;

    private Fingerprint(int[] least) {
        this.least = least;
    }

    /** Of words in their order; texts with fewer than two runs have none. */
    static Fingerprint of(List<String> words) {
        if (words.size() <= RUN) {
            return NONE;
        }
        var least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var from = 0; from + RUN <= words.size(); from++) {
            var run = 0L;
            for (var i = 0; i < RUN; i++) {
                run = run * 0x9E3779B97F4A7C15L + Hashes.of(words.get(from + i));
            }
            for (var i = 0; i < SIZE; i++) {
                var hash = (int) (Hashes.mixed(run + i * 0xD1B54A32D192ED03L) >>> 33);
                least[i] = Math.min(least[i], hash);
            }
        }
        return new Fingerprint(least);
    }

    /** 0 to 1; 0 where one of them is of too short a text. */
    public double alike(Fingerprint other) {
        if (least.length == 0 || other.least.length == 0) {
            return 0;
        }
        var same = 0;
        for (var i = 0; i < SIZE; i++) {
            same += least[i] == other.least[i] ? 1 : 0;
        }
        return same / (double) SIZE;
    }

    /** Keys by which copies are found: two texts alike to 0.8 share one in 99% of cases, to 0.3 in 6%. */
    public long[] bands() {
        if (least.length == 0) {
            return new long[0];
        }
        var bands = new long[BANDS];
        for (var band = 0; band < BANDS; band++) {
            var hash = Hashes.mixed(band + 1);
            for (var i = 0; i < BAND; i++) {
                hash = Hashes.mixed(hash ^ least[band * BAND + i]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    void pack(ByteBuffer into) {
        into.put((byte) (least.length == 0 ? 0 : 1));
        for (var each : least) {
            into.putInt(each);
        }
    }

    static Fingerprint unpack(ByteBuffer from) {
        if (from.get() == 0) {
            return NONE;
        }
        var least = new int[SIZE];
        for (var i = 0; i < SIZE; i++) {
            least[i] = from.getInt();
        }
        return new Fingerprint(least);
    }
}
