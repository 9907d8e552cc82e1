package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor.Proof;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Listens;
import dev.parvi.connector.Listens.Aim;
import dev.parvi.connector.Listens.Catch;
import dev.parvi.connector.Listens.Kind;
import dev.parvi.connector.Listens.Offer;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads what accounts post and what searches find (lexicons app.bsky.feed.getAuthorFeed and searchPosts), a page at a call, by a
 * {@link Walk}. Whether a view keeps to {@code since}, {@code tag} and {@code sort} is its own affair: the one of the test network
 * does not. So what they ask for is looked at here once more, and a walk ends at a page all of which lies before its end.
 */
@Component
final class Seeking {

    static final Duration FIRST = Duration.ofDays(3);

    /** So many posts between two readings are more than any desk can use, and more than a search goes on about. */
    static final int PAGES_MOST = 40;

    private static final int PAGE = 100;
    private static final int TYPED_MOST = 200;
    private static final int TAG_MOST = 64;
    private static final Pattern TAG = Pattern.compile("[#＃]?([^\\s#＃]+)");
    private static final Pattern PROFILE = Pattern.compile(
            "(?:https?://(?:www\\.)?bsky\\.app/profile/)?@?((?:did:[a-z]+:)?[A-Za-z0-9._:%-]+)(?:[/?#].*)?");

    static final List<Offer> OFFERS = List.of(
            new Offer(Kind.ACCOUNT, TYPED_MOST, Proof.REAL_SERVER),
            new Offer(Kind.SEARCH, TYPED_MOST, Proof.REAL_SERVER),
            new Offer(Kind.TAG, TAG_MOST, Proof.REAL_SERVER),
            new Offer(Kind.PHRASE, TYPED_MOST, Proof.REAL_SERVER));

    private final Xrpc xrpc;
    private final Clock clock;

    Seeking(Xrpc xrpc, Clock clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    Aim aim(Access access, Kind kind, String typed) throws ConnectorFailed {
        var said = typed.strip().replaceAll("\\s+", " ");
        if (said.isEmpty()) {
            throw mistyped("bluesky.seek-empty", "");
        }
        return switch (kind) {
            case ACCOUNT -> account(access, said);
            case TAG -> tag(said);
            case SEARCH, PHRASE -> new Aim(kind, said, kind == Kind.SEARCH ? said : "“" + said + "”", search(said));
        };
    }

    private static Aim tag(String said) throws ConnectorFailed {
        var tag = TAG.matcher(said);
        if (!tag.matches()) {
            throw mistyped("bluesky.seek-tag", said);
        }
        return new Aim(Kind.TAG, tag.group(1), "#" + tag.group(1), search("#" + tag.group(1)));
    }

    private Aim account(Access access, String said) throws ConnectorFailed {
        var name = PROFILE.matcher(said);
        if (!name.matches()) {
            throw mistyped("bluesky.seek-account", said);
        }
        var session = new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE));
        try {
            var profile = session.query("app.bsky.actor.getProfile", Map.of("actor", name.group(1)));
            var did = profile.path("did").asString("");
            if (did.isEmpty()) {
                throw Unfulfilled.garbage("a profile without a name");
            }
            var handle = profile.path("handle").asString("");
            var called = profile.path("displayName").asString("").strip();
            return new Aim(
                    Kind.ACCOUNT,
                    did,
                    called.isEmpty() ? "@" + handle : called + " (@" + handle + ")",
                    URI.create("https://bsky.app/profile/" + did));
        } catch (Unfulfilled e) {
            throw e.kind() == Unfulfilled.Kind.REFUSED ? mistyped("bluesky.seek-account", said) : e.failed();
        }
    }

    private static ConnectorFailed mistyped(String code, String said) {
        return new ConnectorFailed(new Fault(code, said), false, Listens.TYPED);
    }

    private static URI search(String words) {
        return URI.create("https://bsky.app/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    Catch listen(Access access, Aim aim, String cursor) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(Notices.DEADLINE));
        var trail = Trail.of(cursor);
        var walk = trail.walk().begun(clock.instant(), FIRST);
        try {
            var page = aim.kind() == Kind.ACCOUNT ? feed(session, aim, walk) : found(session, aim, walk);
            var cut = trail.pages() + 1 >= PAGES_MOST;
            var next = walk.after(
                    newest(page),
                    cut ? "" : page.next(),
                    page.times().stream().max(Instant::compareTo).orElse(null));
            var posts = page.views().stream()
                    .flatMap(view -> Sighting.of(view, aim, session.login().did()).stream())
                    .toList();
            var left = next.underWay() ? trail.pages() + 1 : 0;
            return new Catch(
                    posts,
                    new Trail(left, next).cursor(),
                    next.underWay(),
                    !cut || page.next().isEmpty());
        } catch (Unfulfilled e) {
            throw aim.kind() == Kind.ACCOUNT && e.kind() == Unfulfilled.Kind.REFUSED
                    ? new ConnectorFailed(
                            new Fault("bluesky.seek-gone", e.fault().detail()), false)
                    : e.failed();
        }
    }

    /** @param times by which the network may have sorted each of what it listed, reposts too */
    private record Page(List<JsonNode> views, List<Instant> times, String next) {}

    private static @Nullable Instant newest(Page page) {
        return page.times().stream().max(Instant::compareTo).orElse(null);
    }

    private static Page feed(Session session, Aim aim, Walk walk) throws Unfulfilled {
        var asked = asked(walk);
        asked.put("actor", List.of(aim.value()));
        asked.put("filter", List.of("posts_and_author_threads"));
        var feed = session.queryMany("app.bsky.feed.getAuthorFeed", asked);
        if (!feed.path("feed").isArray()) {
            throw Unfulfilled.garbage("a feed without posts");
        }
        var own = feed.path("feed")
                .valueStream()
                .filter(each -> each.path("reason").isMissingNode())
                .map(each -> each.path("post"))
                .toList();
        var times = feed.path("feed")
                .valueStream()
                .flatMap(each -> each.path("reason").isMissingNode()
                        ? sorted(each.path("post")).stream()
                        : Utterance.time(each.path("reason").path("indexedAt").asString("")).stream())
                .toList();
        return new Page(own, times, feed.path("cursor").asString(""));
    }

    private static Page found(Session session, Aim aim, Walk walk) throws Unfulfilled {
        var asked = asked(walk);
        asked.put("sort", List.of("latest"));
        asked.put("q", List.of(query(aim)));
        if (aim.kind() == Kind.TAG) {
            asked.put("tag", List.of(aim.value()));
        }
        if (walk.stop() != null) {
            asked.put("since", List.of(walk.stop().toString()));
        }
        var found = session.queryMany("app.bsky.feed.searchPosts", asked);
        if (!found.path("posts").isArray()) {
            throw Unfulfilled.garbage("a search without posts");
        }
        var views = found.path("posts").valueStream().toList();
        return new Page(
                views,
                views.stream().flatMap(view -> sorted(view).stream()).toList(),
                found.path("cursor").asString(""));
    }

    /** A phrase of several words is quoted, as the search's own syntax has it. */
    private static String query(Aim aim) {
        return switch (aim.kind()) {
            case TAG -> "#" + aim.value();
            case PHRASE ->
                aim.value().indexOf(' ') < 0 ? aim.value() : "\"" + aim.value().replace("\"", "") + "\"";
            default -> aim.value();
        };
    }

    private static Map<String, List<String>> asked(Walk walk) {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("limit", List.of(Integer.toString(PAGE)));
        if (walk.underWay()) {
            asked.put("cursor", List.of(walk.page()));
        }
        return asked;
    }

    /** The time that the post claims, or its arrival where that's earlier. */
    private static Optional<Instant> sorted(JsonNode view) {
        return Stream.of(
                        view.path("record").path("createdAt").asString(""),
                        view.path("indexedAt").asString(""))
                .flatMap(said -> Utterance.time(said).stream())
                .min(Instant::compareTo);
    }

    /** @param pages how many the walk under way has seen */
    private record Trail(int pages, Walk walk) {

        static Trail of(String cursor) {
            var gap = cursor.indexOf(' ');
            var count = gap < 0 ? "" : cursor.substring(0, gap);
            return count.matches("\\d{1,4}")
                    ? new Trail(Integer.parseInt(count), Walk.of(cursor.substring(gap + 1)))
                    : new Trail(0, Walk.FIRST);
        }

        String cursor() {
            return pages + " " + Objects.requireNonNull(walk.cursor());
        }
    }
}
