package dev.parvi.text;

/** Where a link ends. */
final class Links {

    private static final String[] STARTS = {"http", "www."};

    private Links() {}

    /** @return the index after the link that begins here, or -1 where none does */
    static int end(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return -1;
        }
        for (var start : STARTS) {
            if (text.regionMatches(true, at, start, 0, start.length())) {
                return end(text, at, start);
            }
        }
        return -1;
    }

    private static int end(String text, int at, String start) {
        var end = at + start.length();
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        var rest = text.substring(at + start.length(), end);
        // The bare word stands for a link in texts whose links were taken out.
        var link = start.equals("www.")
                ? rest.length() > 3
                : rest.isEmpty() || rest.startsWith(":") || rest.startsWith("s:");
        return link ? end : -1;
    }
}
