package dev.parvi.listening;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a feed says of itself. */
final class FeedHead {

    private static final int LONGEST_MINUTES = 24 * 60;

    private final @Nullable URI address;
    private @Nullable URI root;
    private String title = "";
    private String site = "";
    private String self = "";
    private String hub = "";
    private String language = "";
    private String minutes = "";

    FeedHead(@Nullable URI address) {
        this.address = address;
        this.root = address;
    }

    void root(FeedWalk.Attributes attributes) {
        var base = base(attributes.get("xml:base"));
        root = base == null ? address : base;
        var said = attributes.get("xml:lang");
        language = said == null ? "" : said;
    }

    /** What a further base comes to; nothing where none is said. */
    @Nullable
    URI base(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var against = root == null ? address : root;
        return Links.uri(Links.absolute(said, against));
    }

    /** @param part whether it stands in a part of the head that has titles and links of its own */
    @Nullable
    FeedField field(String name, FeedWalk.Attributes attributes, boolean part) {
        return switch (name) {
            case "title" -> part ? null : FeedField.text(value -> title = title.isBlank() ? value : title);
            case "link", "atom:link" -> part ? null : link(attributes);
            case "language", "dc:language" -> FeedField.text(value -> language = value);
            case "ttl" -> FeedField.text(value -> minutes = value);
            default -> null;
        };
    }

    private @Nullable FeedField link(FeedWalk.Attributes attributes) {
        var href = attributes.get("href");
        if (href == null) {
            return FeedField.text(value -> site = site.isBlank() ? value : site);
        }
        switch (String.valueOf(attributes.get("rel")).toLowerCase(Locale.ROOT)) {
            case "self" -> self = href;
            case "hub" -> hub = hub.isEmpty() ? href : hub;
            case "null", "alternate" -> site = site.isBlank() ? href : site;
            default -> {
                // other kinds of links aren't the site's
            }
        }
        return null;
    }

    ParsedFeed parsed(List<RawItem> items) {
        var page = Links.absolute(site, root);
        var feed = root == null ? Links.uri(page) : root;
        // in RSS, what is relative is so to the channel's own link
        var base = root != null && !root.equals(address) ? root : Links.uri(page);
        var fresh = new ArrayList<Fresh>(items.size());
        for (var item : items) {
            var each = item.fresh(base == null ? feed : base, language);
            if (each != null) {
                fresh.add(each);
            }
        }
        return new ParsedFeed(
                Sound.line(PlainText.title(title), Fresh.NAME),
                page,
                RawItem.language(language),
                Links.absolute(self, feed),
                Links.absolute(hub, feed),
                minutes(),
                distinct(fresh));
    }

    private int minutes() {
        var digits = minutes.strip();
        return digits.matches("\\d{1,6}") ? Math.min(Integer.parseInt(digits), LONGEST_MINUTES) : 0;
    }

    /** Feeds that give several things one name are told apart by where these stand, else by what they are called. */
    static List<Fresh> distinct(List<Fresh> items) {
        var places = new HashMap<String, String>();
        var doubled = new ArrayList<String>();
        for (var item : items) {
            var place = item.address().isEmpty() ? item.title() : item.address();
            var before = places.putIfAbsent(item.key(), place);
            if (before != null && !before.equals(place)) {
                doubled.add(item.key());
            }
        }
        if (doubled.isEmpty()) {
            return items;
        }
        return items.stream()
                .map(item -> doubled.contains(item.key())
                        ? item.named(item.key() + "\n" + (item.address().isEmpty() ? item.title() : item.address()))
                        : item)
                .toList();
    }
}
