package dev.parvi.connector.bluesky;

import java.time.Instant;

/**
 * The record keys of the AT Protocol: 53 bits of microseconds and 10 bits of a clock's number, in a base 32 that sorts by time
 * (https://atproto.com/specs/tid).
 */
final class Tid {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS_A_DIGIT = 5;
    private static final int CLOCK_BITS = 10;
    private static final int MICROS_A_MILLI = 1_000;

    private Tid() {}

    /**
     * The key of one delivery, the same at every try: the microseconds are the milliseconds it was made at with the number's last
     * three digits behind them, the clock's number is the next part. Within one millisecond it repeats after 1,024,000 numbers.
     */
    static String of(Instant madeAt, long number) {
        var micros = madeAt.toEpochMilli() * MICROS_A_MILLI + Math.floorMod(number, MICROS_A_MILLI);
        var clock = Math.floorMod(Math.floorDiv(number, MICROS_A_MILLI), 1 << CLOCK_BITS);
        return encoded(micros << CLOCK_BITS | clock);
    }

    static String encoded(long bits) {
        var digits = new char[LENGTH];
        var rest = bits;
        for (var i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= BITS_A_DIGIT;
        }
        return new String(digits);
    }
}
