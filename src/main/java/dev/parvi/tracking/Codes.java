package dev.parvi.tracking;

import java.security.SecureRandom;

/**
 * The codes of tracked links: eight random signs of 62 (47 bits) and one that follows from them, so that what somebody makes
 * up is known without a look at the table.
 */
final class Codes {

    static final int LENGTH = 9;

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FACTOR = 37;

    private Codes() {}

    static String fresh() {
        var code = new StringBuilder(LENGTH);
        for (int n = 0; n < LENGTH - 1; n++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.append(check(code)).toString();
    }

    /** The code that begins with these eight signs. */
    static String of(CharSequence first) {
        return first.toString() + check(first);
    }

    static boolean sound(CharSequence code) {
        if (code.length() != LENGTH) {
            return false;
        }
        for (int n = 0; n < LENGTH; n++) {
            if (SIGNS.indexOf(code.charAt(n)) < 0) {
                return false;
            }
        }
        return check(code) == code.charAt(LENGTH - 1);
    }

    private static char check(CharSequence code) {
        var sum = 0;
        for (int n = 0; n < LENGTH - 1; n++) {
            sum = sum * FACTOR + code.charAt(n);
        }
        return SIGNS.charAt(Math.floorMod(sum, SIGNS.length()));
    }
}
