package dev.parvi.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or number of a text.
 *
 * @param text as it stands there
 * @param owning whether {@code 's} or {@code -yhtiö} and the like are added to it
 * @param first whether a sentence begins with it, so that its capital says nothing
 */
record NewsWords(String text, boolean first, boolean owning) {

    private static final int SENTENCE = 2;

    /** Names of things in quotation marks are shorter. */
    private static final int NAMED = 30;

    static List<NewsWords> of(String text) {
        var words = new ArrayList<NewsWords>();
        var first = true;
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at);
            var link = Links.end(text, at);
            if (link > 0) {
                at = link;
            } else if (Character.isLetter(c)) {
                var end = at + 1;
                while (end < text.length() && inWord(text, end)) {
                    end++;
                }
                words.add(new NewsWords(text.substring(at, end), first, owning(text, end)));
                first = false;
                at = end;
            } else if (c >= '0' && c <= '9') {
                var end = number(text, at);
                words.add(new NewsWords(text.substring(at, end), first, false));
                first = false;
                at = end;
            } else {
                first = first || ends(text, at) || opens(text, at);
                at++;
            }
        }
        return words;
    }

    private static boolean owning(String text, int end) {
        return end + 1 < text.length()
                && (text.charAt(end) == '-' && Character.isLetter(text.charAt(end + 1))
                        || (text.charAt(end) == '\'' || text.charAt(end) == '’') && text.charAt(end + 1) == 's');
    }

    private static boolean inWord(String text, int at) {
        var c = text.charAt(at);
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** As {@code 1 200}, {@code 1,200}, {@code 1.2}, {@code 16}. */
    private static int number(String text, int at) {
        var end = at;
        while (end < text.length()) {
            var c = text.charAt(end);
            var digit = c >= '0' && c <= '9';
            var joins = ".,\u00a0\u202f ".indexOf(c) >= 0 && joins(text, end);
            if (!digit && !joins) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean joins(String text, int at) {
        var digits = 0;
        while (at + 1 + digits < text.length() && Character.isDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        var c = text.charAt(at);
        return c == '.' || c == ',' ? digits > 0 : digits == 3;
    }

    /** A new sentence, a quotation, a new line: whatever begins after it begins with a capital. */
    private static boolean ends(String text, int at) {
        var c = text.charAt(at);
        if (c == '.') {
            return at < SENTENCE || !Character.isUpperCase(text.charAt(at - 1));
        }
        return "!?:\n–—•|".indexOf(c) >= 0;
    }

    /** A quotation that is a sentence, and not the name of something: a few words without a stop. */
    private static boolean opens(String text, int at) {
        var c = text.charAt(at);
        var closing = c == '«' ? "»" : c == '“' ? "”" : c == '”' ? "”" : c == '"' ? "\"" : "";
        if (closing.isEmpty()) {
            return false;
        }
        var end = text.indexOf(closing, at + 1);
        var quoted = end < 0 ? text.substring(at + 1) : text.substring(at + 1, end);
        return quoted.length() > NAMED || quoted.chars().anyMatch(each -> ".!?,".indexOf(each) >= 0);
    }

    boolean letters() {
        return Character.isLetter(text.charAt(0));
    }

    boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** An abbreviation, most often a name. */
    boolean shouted() {
        return text.length() > 1
                && text.length() < 6
                && Character.isUpperCase(text.charAt(0))
                && Character.isUpperCase(text.charAt(1));
    }

    /** Digits with a point before decimals, whatever parts them where it was written. */
    String number() {
        var plain = text.replaceAll("[ \u00a0\u202f]", "");
        plain = plain.replaceAll("[.,](?=\\d{3}(\\D|$))", "").replace(',', '.');
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    boolean round() {
        var number = number();
        return number.length() == 1 || number.matches("1[0-2]|(19|20)\\d\\d");
    }
}
