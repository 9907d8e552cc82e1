package dev.parvi.listening;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that has no feed: what repeats in it with a link is a list of news, else what repeats as a heading with text below,
 * else a change of its text is what it says.
 */
final class PageReader {

    private static final String NOT_CONTENT =
            "script, style, noscript, template, svg, iframe, form, nav, footer, aside, [role=navigation], [hidden], [aria-hidden=true]";
    private static final int WORDS = 1_000;

    private PageReader() {}

    /** @param seen what is to be remembered of the page for the next time; nothing where its links say all */
    record PageRead(ParsedFeed feed, byte @Nullable [] seen) {}

    /**
     * @param selector where on it is looked, as CSS has it; empty: found by itself
     * @param seen what was remembered the last time
     */
    static PageRead read(byte[] bytes, @Nullable String contentType, URI base, String selector, byte @Nullable [] seen)
            throws NotRead {
        var text = Decoded.text(bytes, contentType);
        if (text.isBlank()) {
            throw new NotRead(Reason.EMPTY, "");
        }
        var page = Jsoup.parse(text, base.toString());
        var language = RawItem.language(page.selectStream("html")
                .findFirst()
                .map(html -> html.attr("lang"))
                .orElse(""));
        var title = Sound.line(page.title(), Fresh.NAME);
        page.select(NOT_CONTENT).remove();
        var roots = roots(page, selector);
        var items = items(roots, language);
        if (!items.isEmpty()) {
            return new PageRead(feed(title, base, language, items), null);
        }
        var now = PageText.of(roots);
        var change = PageText.change(seen, now, title, base, language);
        return new PageRead(
                feed(title, base, language, change == null ? List.of() : List.of(change)), PageText.packed(now));
    }

    private static ParsedFeed feed(String title, URI base, String language, List<Fresh> items) {
        return new ParsedFeed(title, base.toString(), language, "", "", 0, items);
    }

    private static Elements roots(Document page, String selector) throws NotRead {
        if (selector.isEmpty()) {
            return new Elements(page.body());
        }
        try {
            var roots = page.select(selector);
            if (roots.isEmpty()) {
                throw new NotRead(Reason.NOTHING_THERE, selector);
            }
            return roots;
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new NotRead(Reason.NOTHING_THERE, selector);
        }
    }

    private static List<Fresh> items(Elements roots, String language) {
        var list = PageList.links(roots);
        return list.isEmpty() ? headed(PageList.headings(roots), language) : linked(list, language);
    }

    private static List<Fresh> linked(List<Element> links, String language) {
        var items = new ArrayList<Fresh>();
        var known = new HashSet<String>();
        for (var link : links) {
            var address = Links.absolute(link.absUrl("href"), null);
            if (!address.isEmpty() && known.add(address) && items.size() < ParsedFeed.MOST) {
                items.add(item(address, address, PageList.around(link, links), link, language));
            }
        }
        return items;
    }

    private static Fresh item(String key, String address, Element around, Element link, String language) {
        var heading = around.selectFirst("h1, h2, h3, h4, h5, h6");
        var title = heading == null || heading.text().isBlank() ? link.text() : heading.text();
        var time = around.selectFirst("time");
        var picture = around.selectFirst("img[src]");
        var words = around.wholeText().strip();
        return new Fresh(
                key,
                address,
                title,
                PlainText.words(without(words, title)),
                null,
                "",
                language,
                picture == null ? "" : picture.absUrl("src"),
                time == null ? null : Dates.of(time.hasAttr("datetime") ? time.attr("datetime") : time.text()));
    }

    private static String without(String words, String title) {
        var cut = words.length() > WORDS ? words.substring(0, WORDS) : words;
        var at = cut.indexOf(title);
        var rest = at < 0 ? cut : cut.substring(0, at) + "\n" + cut.substring(at + title.length());
        // what stands between angle brackets here is text already
        return rest.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static List<Fresh> headed(List<Element> headings, String language) {
        var items = new ArrayList<Fresh>();
        for (var heading : headings) {
            var words = new StringBuilder();
            for (var next = heading.nextElementSibling();
                    next != null && !next.nameIs(heading.nodeName()) && words.length() < WORDS;
                    next = next.nextElementSibling()) {
                words.append(next.text()).append('\n');
            }
            var anchor = heading.id().isEmpty() ? heading.baseUri() : heading.baseUri() + "#" + heading.id();
            items.add(new Fresh(
                    heading.text(),
                    Links.absolute(anchor, null),
                    heading.text(),
                    words.toString(),
                    null,
                    "",
                    language,
                    "",
                    Dates.of(heading.text())));
        }
        return items;
    }
}
