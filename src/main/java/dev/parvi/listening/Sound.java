package dev.parvi.listening;

/** Makes what strangers send fit to be kept: PostgreSQL takes no null characters, and no halves of surrogate pairs. */
final class Sound {

    private static final char REPLACEMENT = '\uFFFD';

    private Sound() {}

    /** Without control characters but tabs and line ends, half pairs replaced, cut at {@code most} units without tearing a pair. */
    static String text(String said, int most) {
        var kept = sound(said) ? said : repaired(said);
        return cut(kept, most).strip();
    }

    /** The same on one line. */
    static String line(String said, int most) {
        var text = said;
        for (var i = 0; i < said.length(); i++) {
            var unit = said.charAt(i);
            if (unit == '\n' || unit == '\t' || unit == '\r') {
                text = said.replaceAll("[\\n\\t\\r ]+", " ");
                break;
            }
        }
        return text(text, most);
    }

    private static String cut(String kept, int most) {
        if (kept.length() <= most) {
            return kept;
        }
        var end = Character.isHighSurrogate(kept.charAt(most - 1)) ? most - 1 : most;
        return kept.substring(0, end);
    }

    private static boolean plain(char unit) {
        return unit >= ' ' ? unit < 0x7f || unit > 0x9f : unit == '\n' || unit == '\t';
    }

    private static boolean sound(String said) {
        for (var i = 0; i < said.length(); i++) {
            var unit = said.charAt(i);
            if (!plain(unit) || Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    private static String repaired(String said) {
        var kept = new StringBuilder(said.length());
        for (var i = 0; i < said.length(); i++) {
            var unit = said.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < said.length()
                    && Character.isLowSurrogate(said.charAt(i + 1))) {
                kept.append(unit).append(said.charAt(++i));
            } else if (plain(unit)) {
                kept.append(Character.isSurrogate(unit) ? REPLACEMENT : unit);
            }
        }
        return kept.toString();
    }
}
