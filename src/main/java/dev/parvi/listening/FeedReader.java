package dev.parvi.listening;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads whatever somebody serves as a feed. */
final class FeedReader {

    private static final int HEAD = 2_000;

    private FeedReader() {}

    /**
     * @param contentType as the header says; may be wrong
     * @param base where it came from
     * @throws NotRead with the reason where there is no feed in it
     */
    static ParsedFeed read(byte[] bytes, @Nullable String contentType, @Nullable URI base) throws NotRead {
        var text = Decoded.text(bytes, contentType);
        var begin = begin(text);
        if (begin < 0) {
            throw new NotRead(text.isBlank() ? Reason.EMPTY : Reason.NO_FEED, "");
        }
        var first = text.charAt(begin);
        return first == '{' || first == '['
                ? FeedJson.read(text.substring(begin), base)
                : xml(begin == 0 ? text : text.substring(begin), base);
    }

    /** Where it really begins: some servers say something else first, such as a warning of their own. */
    private static int begin(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '{' || c == '[' || c == '<') {
                return c == '<' ? Math.max(i, feed(text, i)) : i;
            }
            if (c > ' ' && c != '\uFEFF') {
                return feed(text, i);
            }
        }
        return -1;
    }

    private static int feed(String text, int from) {
        for (var mark : new String[] {"<?xml", "<rss", "<feed", "<rdf:RDF"}) {
            var at = text.indexOf(mark, from);
            if (at >= 0 && at < HEAD) {
                return at;
            }
        }
        return from < text.length() && text.charAt(from) == '<' ? from : -1;
    }

    private static ParsedFeed xml(String text, @Nullable URI base) throws NotRead {
        var strict = FeedXml.strict(text, new FeedWalk(base));
        var walk = strict == null ? FeedXml.tolerant(text, new FeedWalk(base)) : strict;
        var parsed = walk.parsed(strict == null && breaksOff(text));
        if (!walk.feed() || strict == null && parsed.items().isEmpty()) {
            throw new NotRead(html(text) ? Reason.HTML : walk.feed() ? Reason.BROKEN : Reason.NO_FEED, "");
        }
        return parsed;
    }

    private static boolean breaksOff(String text) {
        var tail = text.substring(Math.max(0, text.length() - HEAD)).toLowerCase(Locale.ROOT);
        return !tail.contains("</rss")
                && !tail.contains("rdf>")
                && !tail.contains("feed>")
                && !tail.contains("</channel");
    }

    private static boolean html(String text) {
        var head = text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
        return head.contains("<html") || head.contains("<!doctype html");
    }
}
