package dev.parvi.text;

import java.util.Map;

/** The few HTML entities that come in texts from networks which escape them. */
final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int LONGEST = 9;

    private Entities() {}

    static String decoded(String text) {
        var out = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var end = text.charAt(at) == '&' ? text.indexOf(';', at, Math.min(text.length(), at + LONGEST)) : -1;
            var meant = end < 0 ? "" : meant(text.substring(at + 1, end));
            if (meant.isEmpty()) {
                out.append(text.charAt(at++));
            } else {
                out.append(meant);
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static String meant(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "");
        }
        try {
            var point = name.startsWith("#x")
                    ? Integer.parseInt(name, 2, name.length(), 16)
                    : Integer.parseInt(name, 1, name.length(), 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException notOne) {
            return "";
        }
    }
}
