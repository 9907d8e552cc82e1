package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads.News;
import dev.parvi.connector.Unfulfilled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the network tells an account of: answers, mentions and quotes, and direct messages where the app password may read
 * them. One call reads one page of a {@link Walk}. As measured: an answer more than a few levels below us isn't told of, nor one
 * that the view took in before what it answers, that is hidden, whose writer is blocked, or that was deleted since; those only the
 * thread shows ({@link Threads}). A
 * notification keeps the version that it was made of, so each post is asked for as it stands now.
 */
@Component
final class Notices {

    static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int PAGE = 100;
    private static final int POSTS_AT_ONCE = 25;
    private static final Duration TIE = Duration.ofMillis(1);

    private final Xrpc xrpc;
    private final Chats chats;
    private final Clock clock;

    Notices(Xrpc xrpc, Chats chats, Clock clock) {
        this.xrpc = xrpc;
        this.chats = chats;
        this.clock = clock;
    }

    News news(Access access, String cursor) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(DEADLINE));
        try {
            var walk = Walk.of(cursor).begun(clock.instant());
            var page = page(session, walk);
            var next = after(walk, page);
            var heard = new ArrayList<>(heard(session, page.path("notifications")));
            // Between walks, so that a long one doesn't ask for messages at each of its steps.
            var told = next.underWay() ? Chats.Told.nothing(next.log()) : chats.read(session, next.log());
            heard.addAll(told.heard());
            next = next.logged(told.cursor());
            return new News(List.copyOf(heard), next.cursor(), next.underWay() || told.more());
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static JsonNode page(Session session, Walk walk) throws Unfulfilled {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("limit", List.of(Integer.toString(PAGE)));
        asked.put("reasons", List.of("reply", "mention", "quote"));
        if (walk.underWay()) {
            asked.put("cursor", List.of(walk.page()));
        }
        var page = session.queryMany("app.bsky.notification.listNotifications", asked);
        if (!page.path("notifications").isArray()) {
            throw Unfulfilled.garbage("no list of notifications");
        }
        return page;
    }

    /** How far back a page went, its own mark tells: a page may show less than it went through, even nothing. */
    private static Walk after(Walk walk, JsonNode page) {
        var next = page.path("cursor").asString("");
        var reached = Utterance.time(next).orElseGet(() -> oldest(page));
        return walk.after(newest(page), beforeTie(walk, next), reached);
    }

    /**
     * The mark is a time, and the next page begins strictly before it: what shares its millisecond would be lost between two
     * pages. So it's asked from a millisecond later, unless that would stand still.
     */
    private static String beforeTie(Walk walk, String next) {
        return Utterance.time(next)
                .map(time -> time.plus(TIE))
                .filter(time -> !walk.underWay()
                        || Utterance.time(walk.page()).map(time::isBefore).orElse(false))
                .map(Instant::toString)
                .orElse(next);
    }

    private static @Nullable Instant newest(JsonNode page) {
        return times(page).stream().max(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant oldest(JsonNode page) {
        return times(page).stream().min(Instant::compareTo).orElse(null);
    }

    private static List<Instant> times(JsonNode page) {
        return page.path("notifications")
                .valueStream()
                .flatMap(each -> Utterance.time(each.path("indexedAt").asString("")).stream())
                .toList();
    }

    private static List<Heard> heard(Session session, JsonNode notifications) throws Unfulfilled {
        var us = session.login().did();
        var told = new LinkedHashMap<String, JsonNode>();
        notifications
                .valueStream()
                .filter(each -> each.path("uri").asString("").contains("/" + Records.COLLECTION + "/"))
                .forEach(each -> told.put(each.path("uri").asString(""), each));
        var now = posts(session, List.copyOf(told.keySet()));
        var heard = new ArrayList<Heard>();
        for (var each : told.entrySet()) {
            var shown = now.get(each.getKey());
            // What stands no more is told with the words that the notification still had.
            var utterance = new Utterance(shown == null ? each.getValue() : shown, us);
            utterance.heard(shown == null ? Standing.DELETED : Standing.SHOWN).ifPresent(heard::add);
        }
        return heard;
    }

    /** Posts as they stand now, by their names; those that aren't shown are missing. */
    static Map<String, JsonNode> posts(Session session, List<String> uris) throws Unfulfilled {
        var posts = new HashMap<String, JsonNode>();
        for (var from = 0; from < uris.size(); from += POSTS_AT_ONCE) {
            var some = uris.subList(from, Math.min(uris.size(), from + POSTS_AT_ONCE));
            var found = session.queryMany("app.bsky.feed.getPosts", Map.of("uris", some));
            if (!found.path("posts").isArray()) {
                throw Unfulfilled.garbage("no list of posts");
            }
            found.path("posts")
                    .forEach(post ->
                            posts.put(Objects.requireNonNull(post.path("uri").asString("")), post));
        }
        return posts;
    }
}
