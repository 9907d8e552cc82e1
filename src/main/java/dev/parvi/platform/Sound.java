package dev.parvi.platform;

/** Words as PostgreSQL takes them: without null characters and without halves of surrogate pairs. */
public final class Sound {

    private static final char REPLACEMENT = '\uFFFD';

    private Sound() {}

    /** Null characters go, a half pair is replaced; what is sound already stays the same object. */
    public static String text(String said) {
        return is(said) ? said : repaired(said);
    }

    private static boolean is(String said) {
        for (var i = 0; i < said.length(); i++) {
            var unit = said.charAt(i);
            if (unit == 0 || Character.isSurrogate(unit)) {
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
            } else if (unit != 0) {
                kept.append(Character.isSurrogate(unit) ? REPLACEMENT : unit);
            }
        }
        return kept.toString();
    }
}
