package dev.parvi.connector.wordpress;

import java.util.regex.Pattern;

/**
 * How far the comments were read. A blog can't be asked for those above a number, so it's read from the newest down to where
 * the last reading began, in steps that overlap: what is deleted meanwhile moves the rest by a place or more.
 *
 * @param high all up to this number were read
 * @param top the newest number when this descent began; 0 between descents
 * @param offset how many of the newest were passed in this descent
 */
record Cursor(long high, long top, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})(?:,(\\d{1,18}),(\\d{1,9}))?");

    static Cursor read(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return new Cursor(0, 0, 0);
        }
        return match.group(2) == null
                ? new Cursor(Long.parseLong(match.group(1)), 0, 0)
                : new Cursor(
                        Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), Long.parseLong(match.group(3)));
    }

    String written() {
        return offset == 0 ? Long.toString(high) : high + "," + top + "," + offset;
    }

    /** One step further down. */
    Cursor down(long newest, int by) {
        return new Cursor(high, Math.max(top, newest), offset + by);
    }

    /** The descent has arrived. */
    Cursor arrived(long newest) {
        return new Cursor(Math.max(high, Math.max(top, newest)), 0, 0);
    }
}
