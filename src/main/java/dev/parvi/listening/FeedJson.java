package dev.parvi.listening;

import java.net.URI;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed, versions 1 and 1.1. */
final class FeedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedJson() {}

    static ParsedFeed read(String text, @Nullable URI base) throws NotRead {
        var feed = tree(text);
        var items = feed.get("items");
        if (!feed.isObject() || items == null || !items.isArray()) {
            throw new NotRead(Reason.NO_FEED, "JSON");
        }
        var site = Links.absolute(string(feed, "home_page_url"), base);
        var language = string(feed, "language");
        var found = new ArrayList<Fresh>();
        for (var item : items) {
            var raw = item.isObject() ? raw(item, feed) : null;
            var fresh = raw == null ? null : raw.fresh(base == null ? Links.uri(site) : base, language);
            if (fresh != null && found.size() < ParsedFeed.MOST) {
                found.add(fresh);
            }
        }
        return new ParsedFeed(
                Sound.line(string(feed, "title"), Fresh.NAME),
                site,
                RawItem.language(language),
                Links.absolute(string(feed, "feed_url"), base),
                hub(feed, base),
                0,
                FeedHead.distinct(found));
    }

    private static JsonNode tree(String text) throws NotRead {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new NotRead(Reason.BROKEN, "JSON");
        }
    }

    private static RawItem raw(JsonNode item, JsonNode feed) {
        var raw = new RawItem();
        raw.id = string(item, "id");
        raw.link = string(item, "url");
        raw.enclosure = string(item, "external_url");
        raw.titlePlain = true;
        raw.title = string(item, "title");
        var html = string(item, "content_html");
        raw.contentPlain = html.isBlank();
        raw.content = html.isBlank() ? string(item, "content_text") : html;
        raw.summaryPlain = true;
        raw.summary = string(item, "summary");
        raw.picture = string(item, "image");
        raw.language = string(item, "language");
        raw.published = string(item, "date_published");
        raw.updated = string(item, "date_modified");
        raw.author = author(item);
        if (raw.author.isEmpty()) {
            raw.author = author(feed);
        }
        return raw;
    }

    /** Version 1 has one author, 1.1 a list of them. */
    private static String author(JsonNode node) {
        var one = node.get("author");
        if (one == null && node.get("authors") != null && node.get("authors").isArray()) {
            one = node.get("authors").get(0);
        }
        return one == null ? "" : one.isString() ? one.asString() : string(one, "name");
    }

    private static String hub(JsonNode feed, @Nullable URI base) {
        var hubs = feed.get("hubs");
        if (hubs != null && hubs.isArray()) {
            for (var hub : hubs) {
                if (hub.isObject() && string(hub, "type").equalsIgnoreCase("WebSub")) {
                    return Links.absolute(string(hub, "url"), base);
                }
            }
        }
        return "";
    }

    private static String string(JsonNode node, String name) {
        var value = node.get(name);
        return value == null || !value.isValueNode() || value.isNull() ? "" : value.asString();
    }
}
