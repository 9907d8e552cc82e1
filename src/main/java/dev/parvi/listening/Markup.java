package dev.parvi.listening;

import java.net.URI;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What strangers wrote as HTML: kept as it came, shown only through {@link #safe}. */
final class Markup {

    /** Words, lists, tables and links; no pictures, since whoever serves them would know who reads. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "div",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "b",
                    "i",
                    "u",
                    "s",
                    "em",
                    "strong",
                    "small",
                    "sub",
                    "sup",
                    "mark",
                    "cite",
                    "q",
                    "abbr",
                    "del",
                    "ins",
                    "table",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "figure",
                    "figcaption",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private Markup() {}

    /** HTML that can be put into a page as it is. */
    static String safe(String markup) {
        return POLICY.sanitize(markup);
    }

    /** With absolute addresses, so that it's the same wherever it's shown. */
    static String rooted(String html, String address, @Nullable URI feed) {
        var base = address.isEmpty() ? feed == null ? "" : feed.toString() : address;
        if (base.isEmpty() || !relative(html, "href") && !relative(html, "src")) {
            return html;
        }
        var page = Jsoup.parseBodyFragment(html, base);
        page.outputSettings().prettyPrint(false);
        for (var link : page.select("[href]")) {
            link.attr("href", link.absUrl("href"));
        }
        for (var picture : page.select("[src]")) {
            picture.attr("src", picture.absUrl("src"));
        }
        return page.body().html();
    }

    private static boolean relative(String html, String attribute) {
        var at = -1;
        while ((at = html.indexOf(attribute, at + 1)) >= 0) {
            var value = at + attribute.length();
            while (value < html.length() && (html.charAt(value) == '=' || html.charAt(value) <= ' ')) {
                value++;
            }
            if (value < html.length() && (html.charAt(value) == '"' || html.charAt(value) == '\'')) {
                value++;
            }
            if (value > at + attribute.length() && !schemed(html, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean schemed(String html, int at) {
        var head = html.substring(at, Math.min(html.length(), at + 8)).toLowerCase(Locale.ROOT);
        return head.startsWith("http:")
                || head.startsWith("https:")
                || head.startsWith("mailto:")
                || head.startsWith("#")
                || head.startsWith("data:");
    }
}
