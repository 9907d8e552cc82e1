package dev.parvi.text;

import java.text.Normalizer;

/**
 * A text made even: lower case, one space between words, links, names, emoji and smileys as single signs, letters drawn
 * out cut to two. Begins and ends with a space. At most {@link #LONGEST} characters of the text are looked at, so that
 * the time it takes is bounded.
 */
final class Prose {

    /** In UTF-16 units; longer than any network's comments. What comes after isn't looked at. */
    static final int LONGEST = 4_000;

    static final char LINK = '\uE000';
    static final char NAME = '\uE001';
    static final char GLAD = '\uE002';
    static final char SAD = '\uE003';
    static final char DRAWN_OUT = '\uE004';
    static final char SHOUTED = '\uE005';
    static final char TAG = '\uE006';

    private static final int MARKS_IN_A_ROW = 3;

    private final String raw;
    private final StringBuilder out;
    private int at;
    private int links;
    private int names;
    private int tags;
    private int questionMarks;
    private int shouted;
    private boolean drawnOut;

    private Prose(String raw) {
        this.raw = raw;
        this.out = new StringBuilder(raw.length() + 16);
    }

    /** @param even begins and ends with a space */
    record Even(String even, int links, int names, int tags, boolean asks) {

        /** Whether a full stop or an exclamation mark stands at its end, or before the smiley there. */
        boolean closed() {
            var end = even.stripTrailing();
            while (end.length() > 2 && end.charAt(end.length() - 1) >= LINK && end.charAt(end.length() - 1) <= TAG) {
                end = end.substring(0, end.length() - 1).stripTrailing();
            }
            return end.endsWith(".") || end.endsWith("!");
        }
    }

    static Even of(String text) {
        return new Prose(prepared(text)).read();
    }

    private static String prepared(String text) {
        var raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (raw.indexOf('&') >= 0) {
            raw = Entities.decoded(raw);
        }
        if (plain(raw)) {
            return raw;
        }
        var composed = Normalizer.normalize(withoutPiles(raw), Normalizer.Form.NFKC);
        return composed.length() > LONGEST ? composed.substring(0, LONGEST) : composed;
    }

    private static boolean plain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** A pile of combining marks hides words, and composing it takes quadratic time. */
    private static String withoutPiles(String text) {
        var kept = new StringBuilder(text.length());
        var row = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            row = c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK ? row + 1 : 0;
            if (row <= MARKS_IN_A_ROW) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private Even read() {
        out.append(' ');
        while (at < raw.length()) {
            step();
        }
        gap();
        if (drawnOut) {
            sign(DRAWN_OUT);
        }
        if (shouted > 1) {
            sign(SHOUTED);
        }
        return new Even(out.toString(), links, names, tags, questionMarks > 0);
    }

    private void step() {
        var c = raw.codePointAt(at);
        if (Character.isLetterOrDigit(c)) {
            if (!link()) {
                word();
            }
        } else if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            gap();
            at++;
        } else if (c == '@' && name()) {
            names++;
        } else if (c == '[' && placeholder()) {
            names++;
        } else {
            var smiley = Smileys.at(raw, at);
            if (smiley != 0) {
                sign(smiley > 0 ? GLAD : SAD);
                at += Math.abs(smiley);
            } else {
                other(c);
            }
        }
    }

    private boolean link() {
        var end = Links.end(raw, at);
        if (end < 0) {
            return false;
        }
        sign(LINK);
        links++;
        at = end;
        return true;
    }

    private boolean name() {
        var end = at + 1;
        while (end < raw.length() && namePart(raw.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return false;
        }
        sign(NAME);
        at = end;
        return true;
    }

    private static boolean namePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Names that were taken out of texts before they were published: [NAME]. */
    private boolean placeholder() {
        for (var blank : new String[] {"[NAME]", "[PERSON]", "[RELIGION]", "[LOCATION]", "[ORGANIZATION]"}) {
            if (raw.startsWith(blank, at)) {
                sign(NAME);
                at += blank.length();
                return true;
            }
        }
        return false;
    }

    private void word() {
        var from = at;
        var began = out.length();
        var upper = 0;
        var last = 0;
        var row = 0;
        while (at < raw.length()) {
            var c = raw.codePointAt(at);
            if (!inWord(c)) {
                break;
            }
            at += Character.charCount(c);
            if (c == '’') {
                c = '\'';
            }
            if (Character.isUpperCase(c)) {
                upper++;
            }
            var lower = Character.isDigit(c) ? '0' : Character.toLowerCase(c);
            row = lower == last ? row + 1 : 1;
            last = lower;
            if (row <= 2) {
                out.appendCodePoint(lower);
            } else if (lower != '0') {
                drawnOut = true;
            }
        }
        if (out.length() == began) {
            at = Math.max(at, from + 1);
        } else if (upper > 2 && upper >= at - from) {
            shouted++;
        }
    }

    private boolean inWord(int c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        var type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
            return c < 0xFE00 || c > 0xFE0F;
        }
        return (c == '\'' || c == '’') && at + 1 < raw.length() && Character.isLetter(raw.charAt(at + 1));
    }

    private void other(int c) {
        switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.MODIFIER_SYMBOL -> at += Character.charCount(c);
            case Character.OTHER_SYMBOL -> emoji(c);
            default -> punctuation(c);
        }
    }

    private void emoji(int c) {
        var row = 0;
        while (at < raw.length() && raw.codePointAt(at) == c) {
            at += Character.charCount(c);
            row++;
        }
        gap();
        out.appendCodePoint(c).append(' ');
        var feeling = Smileys.feeling(c);
        if (feeling != 0) {
            sign(feeling > 0 ? GLAD : SAD);
        }
        if (row > 2) {
            drawnOut = true;
        }
    }

    private void punctuation(int c) {
        var row = 0;
        while (at < raw.length() && raw.codePointAt(at) == c) {
            at += Character.charCount(c);
            row++;
        }
        if (c == '#') {
            tags++;
            sign(TAG);
            return;
        }
        if (c == '?' || c == '؟' || c == '\u037e') {
            questionMarks++;
        }
        if (c == '-' || c == '_' || c == '"' || c == '«' || c == '»' || c == '*') {
            gap();
            return;
        }
        gap();
        out.appendCodePoint(c);
        if (row > 1) {
            out.appendCodePoint(c);
        }
        out.append(' ');
    }

    private void sign(char sign) {
        gap();
        out.append(sign).append(' ');
    }

    private void gap() {
        if (out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }
}
