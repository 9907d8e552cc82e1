package dev.parvi.connector.wordpress;

import dev.parvi.connector.Fault;
import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Previews;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.wordpress.Blocks.Kept;
import dev.parvi.connector.wordpress.Rest.Said;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a parcel to the blog as a draft that nobody sees, once. The blog has no key that makes a call harmless to repeat, but
 * publishing a draft is: so all that may be cut off happens before, and whoever comes again finds the draft by its slug.
 * Callers that overlap make several (the later ones get another slug, or the same where they met); the one made first
 * is taken by all of them, the others are thrown away.
 */
@Component
final class Drafts {

    static final String FIELDS = "id,slug,status,link";
    private static final Set<String> UNPUBLISHED = Set.of("draft", "auto-draft");
    private static final Set<String> OUT = Set.of("publish", "private");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Duration CARD_MOST = Duration.ofSeconds(6);

    private final Uploads uploads;
    private final LinkCards cards;

    Drafts(Uploads uploads, LinkCards cards) {
        this.uploads = uploads;
        this.cards = cards;
    }

    /** A post as the blog shows it to us. */
    record There(long id, String slug, String status, String link) {

        boolean draft() {
            return UNPUBLISHED.contains(status);
        }

        boolean out() {
            return OUT.contains(status);
        }

        static There of(JsonNode said) throws Unfulfilled {
            var there = new There(
                    said.path("id").asLong(0),
                    said.path("slug").asString(""),
                    said.path("status").asString(""),
                    said.path("link").asString(""));
            if (there.id() == 0 || there.status().isEmpty()) {
                throw Unfulfilled.garbage("a post without a number");
            }
            return there;
        }
    }

    /**
     * Those with this parcel's slug, or with one of the numbers behind it that the blog gives to those who overlap, in any state
     * but the trash (a trashed one has another slug): what is out before drafts, the first made first.
     */
    static List<There> find(Session session, Parcel parcel) throws Unfulfilled {
        var said = session.get(
                "wp/v2/posts",
                Map.of(
                        "slug", String.join(",", Slugs.all(parcel)),
                        "status", "any",
                        "context", "edit",
                        "per_page", "100",
                        "_fields", FIELDS));
        if (said.body().isEmpty() && said.total() != 0 || !said.body().isArray()) {
            throw Unfulfilled.garbage("no posts shown of " + said.total());
        }
        var found = new ArrayList<There>();
        for (var each : said.body()) {
            found.add(There.of(each));
        }
        found.sort(Comparator.comparing(There::draft)
                .thenComparing(each -> !each.out())
                .thenComparing(There::id));
        return found;
    }

    /** The draft, made or found; or the post itself where it's published already. */
    There ready(Session session, Parcel parcel) throws Unfulfilled {
        var before = find(session, parcel);
        if (!before.isEmpty() && !before.getFirst().draft()) {
            return before.getFirst();
        }
        var body = body(session, parcel);
        if (!before.isEmpty()) {
            return There.of(
                    told(session, "wp/v2/posts/" + before.getFirst().id(), body).body());
        }
        body.put("slug", Slugs.of(parcel)).put("status", "draft");
        var made = There.of(told(session, "wp/v2/posts", body).body());
        return first(session, parcel, made);
    }

    static Said told(Session session, String path, ObjectNode body) throws Unfulfilled {
        return session.post(path, Map.of("_fields", FIELDS), body);
    }

    private static There first(Session session, Parcel parcel, There made) throws Unfulfilled {
        var all = find(session, parcel);
        if (all.isEmpty()) {
            throw new Unfulfilled(Kind.AWAY, new Fault("server", "the draft " + made.id() + " isn't shown"));
        }
        var first = all.getFirst();
        if (first.id() != made.id()) {
            forget(session, made);
        }
        return first;
    }

    static void forget(Session session, There there) {
        try {
            session.delete("wp/v2/posts/" + there.id());
        } catch (Unfulfilled e) {
            // it's gone already, or stays where the next caller finds it
        }
    }

    private ObjectNode body(Session session, Parcel parcel) throws Unfulfilled {
        var message = parcel.message();
        var pictures = uploads.of(session, parcel);
        var inText = pictures.stream().skip(1).toList();
        var body = Rest.object()
                .put("title", Blocks.plain(message.title().strip()))
                .put("content", Blocks.of(message.text(), inText, card(session, message.link())))
                .put("excerpt", Blocks.plain(message.excerpt().strip()))
                .put(
                        "featured_media",
                        pictures.stream().findFirst().map(Kept::id).orElse(0L));
        if (!message.categories().isEmpty()) {
            body.set("categories", Terms.of(session, "categories", message.categories()));
        }
        if (!message.tags().isEmpty()) {
            body.set("tags", Terms.of(session, "tags", message.tags()));
        }
        return body;
    }

    private Previews.@Nullable Card card(Session session, @Nullable URI link) {
        if (link == null || !WEB.contains(String.valueOf(link.getScheme()))) {
            return null;
        }
        return cards.read(session.access().brand(), link, session.deadline().left(CARD_MOST))
                .orElseGet(() -> LinkCards.bare(link));
    }
}
