package dev.parvi.listening;

import dev.parvi.listening.FeedWalk.Attributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each tag within an item says. */
final class ItemFields {

    private ItemFields() {}

    /** @return nothing for what isn't wanted as text; what stands in attributes is taken on the way */
    static @Nullable FeedField of(RawItem item, String name, Attributes attributes, boolean atom) {
        return switch (name) {
            case "title", "atom:title" -> title(item, attributes, atom);
            case "link", "atom:link" -> link(item, attributes);
            case "guid", "id", "atom:id" -> FeedField.text(value -> item.id = value);
            case "description", "summary", "atom:summary" -> summary(item, attributes, atom);
            case "itunes:summary" -> FeedField.text(value -> item.summary = first(item.summary, value));
            case "content:encoded", "content", "atom:content", "xhtml:body", "body" -> content(item, attributes, atom);
            case "pubDate", "pubdate", "published", "issued", "created", "dc:date", "dcterms:created", "date" ->
                FeedField.text(value -> item.published = item.published == null ? value : item.published);
            case "updated", "modified", "dcterms:modified", "atom:updated" ->
                FeedField.text(value -> item.updated = value);
            case "name", "dc:creator", "itunes:author" ->
                FeedField.text(value -> item.author = first(item.author, value));
            // an Atom author holds a name, an RSS one is one
            case "author", "atom:author" ->
                atom ? null : FeedField.text(value -> item.author = person(item.author, value));
            case "dc:language" -> FeedField.text(value -> item.language = value);
            case "feedburner:origLink" -> FeedField.text(value -> item.origin = value);
            default -> media(item, name, attributes);
        };
    }

    private static FeedField title(RawItem item, Attributes attributes, boolean atom) {
        var type = type(attributes, atom);
        item.titlePlain = type.equals("text");
        return type.equals("xhtml")
                ? FeedField.xhtml(value -> item.title = first(item.title, value))
                : FeedField.text(value -> item.title = first(item.title, value));
    }

    private static FeedField summary(RawItem item, Attributes attributes, boolean atom) {
        var type = type(attributes, atom);
        item.summaryPlain = type.equals("text");
        return type.equals("xhtml")
                ? FeedField.xhtml(value -> item.summary = value)
                : FeedField.text(value -> item.summary = value);
    }

    private static @Nullable FeedField content(RawItem item, Attributes attributes, boolean atom) {
        if (attributes.get("src") != null) {
            return null;
        }
        var type = type(attributes, atom);
        item.contentPlain = type.equals("text");
        return type.equals("xhtml")
                ? FeedField.xhtml(value -> item.content = first(item.content, value))
                : FeedField.text(value -> item.content = first(item.content, value));
    }

    /** In Atom text is text unless it says otherwise; in RSS everything may be HTML. */
    private static String type(Attributes attributes, boolean atom) {
        var said = attributes.get("type");
        if (said == null) {
            return atom ? "text" : "html";
        }
        var type = said.toLowerCase(Locale.ROOT);
        return type.contains("xhtml") || type.contains("xml")
                ? "xhtml"
                : type.contains("html") ? "html" : atom ? "text" : "html";
    }

    /** Atom's stands in an attribute, RSS's between the tags; feeds of either kind have the other's. */
    private static @Nullable FeedField link(RawItem item, Attributes attributes) {
        var href = attributes.get("href");
        if (href == null) {
            return FeedField.text(value -> item.link = item.link == null || item.link.isBlank() ? value : item.link);
        }
        var rel = attributes.get("rel");
        if (rel == null || rel.equalsIgnoreCase("alternate")) {
            item.link = item.link == null ? href : item.link;
        } else if (rel.equalsIgnoreCase("enclosure") && item.enclosure == null) {
            item.enclosure = href;
        }
        return null;
    }

    private static @Nullable FeedField media(RawItem item, String name, Attributes attributes) {
        var url = attributes.get(name.equals("itunes:image") ? "href" : "url");
        if (url == null) {
            return null;
        }
        var type = attributes.get("type");
        var picture = name.equals("media:thumbnail")
                || name.equals("itunes:image")
                || type != null && type.startsWith("image/")
                || "image".equals(attributes.get("medium"));
        if (picture && item.picture.isEmpty()) {
            item.picture = url;
        } else if (name.equals("enclosure") && item.enclosure == null) {
            item.enclosure = url;
        }
        return null;
    }

    private static String first(String before, String now) {
        return before.isBlank() ? now : before;
    }

    /** A name is better than an address for mail. */
    private static String person(String before, String now) {
        return before.isBlank() || before.indexOf('@') >= 0 && now.indexOf('@') < 0 ? now : before;
    }
}
