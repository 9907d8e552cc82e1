package dev.parvi.listening;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** HTML as plain text. Only for text that is escaped wherever it's shown: it's no way to make HTML harmless. */
final class PlainText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "table",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "figure",
            "figcaption",
            "hr",
            "dt",
            "dd",
            "dl");
    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "template", "iframe", "svg");
    /** What is a tag and not something said between angle brackets. */
    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "code", "mark",
            "cite", "q", "abbr", "img", "wbr", "del", "ins", "tt", "kbd", "time", "center", "strike");

    private PlainText() {}

    /** Of words: blocks are lines, and what a browser doesn't show is left out. */
    static String words(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? squeezed(html)
                : squeezed(decoded(stripped(html, true)));
    }

    /** Of a title in which somebody may have written of tags: only those that a title can have are taken out. */
    static String title(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        var text = html.indexOf('<') < 0 ? html : stripped(html, false);
        return decoded(text).strip();
    }

    static boolean marked(String html) {
        var open = html.indexOf('<');
        while (open >= 0 && open + 1 < html.length()) {
            var next = html.charAt(open + 1);
            if (Character.isLetter(next) || next == '/') {
                return true;
            }
            open = html.indexOf('<', open + 1);
        }
        return false;
    }

    static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    private static String stripped(String html, boolean all) {
        var text = new StringBuilder(html.length());
        var i = 0;
        while (i < html.length()) {
            var open = html.indexOf('<', i);
            if (open < 0 || open + 1 >= html.length()) {
                break;
            }
            text.append(html, i, open);
            i = tag(html, open, all, text);
        }
        return text.append(html, Math.min(i, html.length()), html.length()).toString();
    }

    /** @return where the text goes on */
    private static int tag(String html, int open, boolean all, StringBuilder text) {
        if (html.startsWith("<!--", open)) {
            var end = html.indexOf("-->", open + 4);
            return end < 0 ? html.length() : end + 3;
        }
        var at = html.charAt(open + 1) == '/' ? open + 2 : open + 1;
        var end = at;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        var name = html.substring(at, end).toLowerCase(Locale.ROOT);
        if (name.isEmpty() && html.charAt(open + 1) != '!' && html.charAt(open + 1) != '?'
                || !all && !INLINE.contains(name) && !BLOCKS.contains(name)) {
            text.append('<');
            return open + 1;
        }
        var close = close(html, end);
        if (BLOCKS.contains(name)) {
            text.append(all ? '\n' : ' ');
        }
        return UNSEEN.contains(name) && at == open + 1 ? skipped(html, name, close) : close;
    }

    /** Behind the end of the tag; a greater-than in quotes doesn't end it. */
    private static int close(String html, int from) {
        var quote = 0;
        for (var i = from; i < html.length(); i++) {
            var c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static int skipped(String html, String name, int from) {
        var end = from;
        while ((end = html.indexOf("</", end)) >= 0) {
            if (html.regionMatches(true, end + 2, name, 0, name.length())) {
                return end;
            }
            end += 2;
        }
        return html.length();
    }

    /** Runs of blanks as one, runs of line ends as one. */
    private static String squeezed(String text) {
        var made = new StringBuilder(text.length());
        var gap = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                gap = 2;
            } else if (c <= ' ' || c == '\u00A0') {
                gap = Math.max(gap, 1);
            } else {
                if (gap > 0 && !made.isEmpty()) {
                    made.append(gap == 2 ? '\n' : ' ');
                }
                gap = 0;
                made.append(c);
            }
        }
        return made.toString();
    }
}
