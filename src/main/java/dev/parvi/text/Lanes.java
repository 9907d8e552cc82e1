package dev.parvi.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sums of signed bytes, 32 side by side: eight bytes are read as one number, and each second one of them added in a lane of 16 bits. To keep lanes
 * from running over, bytes are counted from -128 on, and lanes emptied in time.
 */
final class Lanes {

    static final int WIDTH = 32;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
    private static final long LIFTED = 0x8080_8080_8080_8080L;
    private static final int LIFT = 128;
    /** So many times 255 fit into a lane. */
    private static final int FULL = 257;

    private Lanes() {}

    /**
     * @param rows where each begins: {@link #WIDTH} bytes from there on are read, whatever of them counts
     * @param sums the first of the lanes, as many as there are sums
     */
    static void add(byte[] bytes, int[] rows, int[] sums) {
        for (var from = 0; from < rows.length; from += FULL) {
            some(bytes, rows, from, Math.min(rows.length, from + FULL), sums);
        }
    }

    private static void some(byte[] bytes, int[] rows, int from, int to, int[] sums) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        long e = 0;
        long f = 0;
        long g = 0;
        long h = 0;
        for (var row = from; row < to; row++) {
            var at = rows[row];
            var first = (long) EIGHT.get(bytes, at) ^ LIFTED;
            var second = (long) EIGHT.get(bytes, at + 8) ^ LIFTED;
            var third = (long) EIGHT.get(bytes, at + 16) ^ LIFTED;
            var fourth = (long) EIGHT.get(bytes, at + 24) ^ LIFTED;
            a += first & EVEN;
            b += first >>> 8 & EVEN;
            c += second & EVEN;
            d += second >>> 8 & EVEN;
            e += third & EVEN;
            f += third >>> 8 & EVEN;
            g += fourth & EVEN;
            h += fourth >>> 8 & EVEN;
        }
        var lanes = new long[] {a, b, c, d, e, f, g, h};
        for (var k = 0; k < sums.length; k++) {
            var lane = lanes[k / 8 * 2 + k % 2] >>> k % 8 / 2 * 16 & 0xFFFF;
            sums[k] += (int) lane - LIFT * (to - from);
        }
    }
}
