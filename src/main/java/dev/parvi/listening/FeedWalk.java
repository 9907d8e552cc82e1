package dev.parvi.listening;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a feed in as its tags come by, whoever reads them. RSS of any version, RDF and Atom are told apart by nothing but
 * their names: what is an item in one is no other thing in another, and feeds mix them.
 */
final class FeedWalk {

    /** Looks an attribute up by its name as it's written, prefix included. */
    interface Attributes {
        @Nullable
        String get(String name);

        /** Calls for each one that says what a prefix means. */
        void prefixes(BiConsumer<String, String> each);

        /** As they would stand in a tag. */
        String written();
    }

    private static final Map<String, String> SPACES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss2", ""));

    private final FeedHead head;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<RawItem> items = new ArrayList<>();
    private @Nullable RawItem item;
    private @Nullable FeedField field;
    private boolean feed;
    private boolean atom;

    FeedWalk(@Nullable URI base) {
        this.head = new FeedHead(base);
    }

    void start(String written, Attributes attributes) {
        attributes.prefixes(this::means);
        var inside = field;
        if (inside != null) {
            inside.open(written, attributes);
            return;
        }
        var name = plain(written);
        open.push(name);
        if (open.size() == 1) {
            root(name, attributes);
        } else if (name.equals("item") || name.equals("entry")) {
            begin(attributes);
        } else if (item != null) {
            field = ItemFields.of(item, name, attributes, atom);
        } else {
            field = head.field(name, attributes, inChannelPart());
        }
    }

    void text(String text) {
        if (field != null) {
            field.add(text);
        }
    }

    void end(String written) {
        if (field != null && field.close(written)) {
            return;
        }
        if (field != null) {
            field.done();
            field = null;
        }
        var name = open.poll();
        if (name != null && item != null && (name.equals("item") || name.equals("entry"))) {
            items.add(item);
            item = null;
        }
    }

    boolean full() {
        return items.size() >= ParsedFeed.MOST;
    }

    /** Whether its first tag was that of a feed. */
    boolean feed() {
        return feed || !items.isEmpty();
    }

    /** @param torn whether it breaks off: what it breaks off in is left to the next reading, where there is more than that */
    ParsedFeed parsed(boolean torn) {
        return head.parsed(torn && items.size() > 1 ? items.subList(0, items.size() - 1) : items);
    }

    private void begin(Attributes attributes) {
        if (item != null) {
            items.add(item);
        }
        item = new RawItem();
        item.base = head.base(attributes.get("xml:base"));
        var about = attributes.get("rdf:about");
        if (about != null) {
            item.id = about;
        }
        var language = attributes.get("xml:lang");
        item.language = language == null ? "" : language;
    }

    private void root(String name, Attributes attributes) {
        atom = name.equals("feed");
        feed = atom || name.equals("rss") || name.equals("rdf:RDF") || name.equals("RDF") || name.equals("channel");
        head.root(attributes);
    }

    /** Within the channel's picture or search field, which have titles and links of their own. */
    private boolean inChannelPart() {
        for (var name : open.stream().skip(1).toList()) {
            if (name.equals("image") || name.equals("textinput") || name.equals("textInput") || name.equals("author")) {
                return true;
            }
        }
        return false;
    }

    private void means(String prefix, String space) {
        var known = SPACES.get(space.strip().toLowerCase(Locale.ROOT));
        if (known != null) {
            prefixes.put(prefix, known);
        }
    }

    /** With the prefix that everybody knows; Atom's own names have none in an Atom feed. */
    private String plain(String written) {
        var colon = written.indexOf(':');
        if (colon < 0) {
            return written;
        }
        var prefix = prefixes.getOrDefault(written.substring(0, colon), written.substring(0, colon));
        var local = written.substring(colon + 1);
        if (prefix.isEmpty() || prefix.equals("atom") && (atom || open.isEmpty())) {
            return local;
        }
        return prefix + ":" + local;
    }
}
