package dev.parvi.brand;

import java.util.ArrayList;
import java.util.List;

/** Finds emoji in a text: each as people see it, joined ones and those with a skin tone as one. */
public final class Emojis {

    private static final int VARIANT = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    /** Signs such as © and ™ are pictographs by the standard, and letters to people. */
    private static final int FIRST = 0x2190;

    private Emojis() {}

    /** @param from in UTF-16 units, as {@code to}, which stands behind it */
    public record Found(int from, int to, String emoji) {}

    public static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        var at = 0;
        while (at < text.length()) {
            var end = end(text, at);
            if (end > at) {
                found.add(new Found(at, end, text.substring(at, end)));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return found;
    }

    private static int end(String text, int from) {
        var first = text.codePointAt(from);
        var at = from + Character.charCount(first);
        if (isFlag(first)) {
            return at < text.length() && isFlag(text.codePointAt(at)) ? at + 2 : from;
        }
        if (!isPicture(first)) {
            return from;
        }
        while (at < text.length()) {
            var next = text.codePointAt(at);
            var width = Character.charCount(next);
            if (next == VARIANT || next == KEYCAP || Character.isEmojiModifier(next)) {
                at += width;
            } else if (next == JOINER && at + 1 < text.length() && isPicture(text.codePointAt(at + 1))) {
                at += 1 + Character.charCount(text.codePointAt(at + 1));
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isPicture(int c) {
        return c >= FIRST && Character.isExtendedPictographic(c);
    }

    private static boolean isFlag(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
