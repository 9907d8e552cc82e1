package dev.parvi.page.web;

import dev.parvi.page.PagePost;
import dev.parvi.page.Site;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The feed as JSON Feed 1.1 (jsonfeed.org). */
@Component
class JsonFeed {

    private final Described described;
    private final JsonMapper json;

    JsonFeed(Described described, JsonMapper json) {
        this.described = described;
        this.json = json;
    }

    String of(Site site, List<PagePost> posts) {
        var feed = json.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", site.name())
                .put("home_page_url", described.whole(site.at("")))
                .put("feed_url", described.whole(site.at("/feed.json")))
                .put("language", site.locale().toLanguageTag());
        if (!site.lead().isBlank()) {
            feed.put("description", site.lead());
        }
        feed.putArray("authors").addObject().put("name", site.brand().name());
        var items = feed.putArray("items");
        posts.forEach(post -> items.add(item(site, post)));
        return feed.toString();
    }

    private ObjectNode item(Site site, PagePost post) {
        var item = json.createObjectNode()
                .put("id", "urn:uuid:" + Atom.id(site, post))
                .put("url", described.whole(site.at("/" + post.slug())))
                .put("content_html", FeedHtml.of(site, post, described::whole))
                .put("summary", post.summary())
                .put("date_published", post.at().toString());
        if (!post.title().isBlank()) {
            item.put("title", post.title());
        }
        if (!post.language().isEmpty()) {
            item.put("language", post.language());
        }
        post.pictures().stream()
                .findFirst()
                .ifPresent(picture -> item.put("image", described.whole(Drawing.address(site, picture))));
        post.tags().forEach(tag -> item.withArray("tags").add(tag));
        return item;
    }
}
