package dev.parvi.tracking;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How much comes from one address within a minute. A table of a fixed size without names: two addresses may share a place, which
 * makes the limit lower for both; at 65,536 places that hits few.
 */
final class Crowd {

    private static final int PLACES = 1 << 16;
    private static final int SHIFT = 32;
    private static final long MINUTE = 60_000;

    private final AtomicLongArray places = new AtomicLongArray(PLACES);
    private final int most;

    /** @param most within a minute by the clock */
    Crowd(int most) {
        this.most = most;
    }

    /**
     * Counts one more.
     *
     * @param at milliseconds of the epoch
     * @return whether it's within the limit
     */
    boolean admits(String address, long at) {
        var place = place(address);
        var minute = at / MINUTE;
        while (true) {
            var there = places.get(place);
            var count = there >>> SHIFT == (minute & 0xffffffffL) ? (there & 0xffffffffL) + 1 : 1;
            if (count > most) {
                return false;
            }
            if (places.compareAndSet(place, there, minute << SHIFT | count)) {
                return true;
            }
        }
    }

    /** Of an address of version 6 its first half counts: that is what one house is given. */
    private static int place(String address) {
        var hash = 7;
        var groups = 0;
        for (int n = 0; n < address.length(); n++) {
            var sign = address.charAt(n);
            if (sign == ':' && ++groups == 4) {
                break;
            }
            hash = hash * 31 + sign;
        }
        return (hash ^ hash >>> 16) * 0x9E3779B1 >>> 16;
    }
}
