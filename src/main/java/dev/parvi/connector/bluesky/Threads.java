package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.Reads.Talk;
import dev.parvi.connector.Unfulfilled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads everything under a post. One call answers so many levels; where it ends short of the deepest answer it's read on from
 * there. Each post says how many answers it has: where fewer are shown, somebody is blocked, or something is withheld or not
 * there yet, and the talk isn't whole. Under a post that isn't ours only what is said to us counts, what follows it, and what we
 * answered.
 */
@Component
final class Threads {

    static final Duration DEADLINE = Duration.ofSeconds(90);

    /** More levels in one answer would be deeper than a careful reader of JSON goes. */
    private static final int DEPTH = 80;

    /** For a thread that somebody made endlessly deep. */
    private static final int CALLS_MOST = 40;

    private static final int HEARD_MOST = 10_000;
    private static final Map<Figure, String> FIGURES = Map.of(
            Figure.LIKES, "likeCount",
            Figure.REPOSTS, "repostCount",
            Figure.REPLIES, "replyCount",
            Figure.QUOTES, "quoteCount");

    private final Xrpc xrpc;

    Threads(Xrpc xrpc) {
        this.xrpc = xrpc;
    }

    Talk talk(Access access, String root) throws ConnectorFailed {
        if (root.startsWith("chat:")) {
            return new Talk(null, List.of(), false, Map.of());
        }
        var session = new Session(access, xrpc, Deadline.in(DEADLINE));
        try {
            return new Reading(session, root).talk();
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    /** What stands below something deleted is in no thread any more, and is shown at its own address all the same. */
    List<Heard> apart(Access access, String root, List<String> missing) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(DEADLINE));
        try {
            var us = session.login().did();
            var posts = Notices.posts(
                    session,
                    Stream.concat(Stream.of(root), missing.stream()).distinct().toList());
            var hidden = hidden(posts.getOrDefault(root, Xrpc.object()));
            return posts.entrySet().stream()
                    .filter(each -> missing.contains(each.getKey()))
                    .flatMap(each -> new Utterance(each.getValue(), us)
                            .heard(hidden.contains(each.getKey()) ? Standing.HIDDEN : Standing.SHOWN).stream())
                    .toList();
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static Set<String> hidden(JsonNode post) {
        var hidden = new HashSet<String>();
        post.path("threadgate").path("record").path("hiddenReplies").forEach(uri -> hidden.add(uri.asString("")));
        return hidden;
    }

    /** One talk as it's being read. */
    private static final class Reading {

        private final Session session;
        private final String root;
        private final String us;
        private final Set<String> hidden = new HashSet<>();
        private final Map<String, Heard> heard = new LinkedHashMap<>();
        private final ArrayDeque<Node> open = new ArrayDeque<>();
        private boolean whole = true;
        private int calls;

        /** @param kept whether it's said to us, or below something that is */
        private record Node(JsonNode thread, boolean kept) {}

        Reading(Session session, String root) {
            this.session = session;
            this.root = root;
            this.us = session.login().did();
        }

        Talk talk() throws Unfulfilled {
            var top = read(root);
            if (top == null) {
                return new Talk(null, List.of(), true, Map.of());
            }
            hidden.addAll(hidden(top.path("post")));
            open.add(new Node(top, root.startsWith("at://" + us + "/")));
            while (!open.isEmpty()) {
                walk(open.poll());
            }
            folded();
            var head = heard.remove(root);
            return new Talk(head, List.copyOf(heard.values()), whole, figures(top.path("post")));
        }

        /** What we hid and no tree leads to any more is known by our own list of it. */
        private void folded() throws Unfulfilled {
            var lost = hidden.stream().filter(uri -> !heard.containsKey(uri)).toList();
            var posts = lost.isEmpty() ? Map.<String, JsonNode>of() : Notices.posts(session, lost);
            posts.values()
                    .forEach(post -> new Utterance(post, us)
                            .heard(Standing.HIDDEN)
                            .ifPresent(each -> heard.put(each.id(), each)));
        }

        private void walk(Node node) throws Unfulfilled {
            var post = node.thread().path("post");
            if (!post.isObject()) {
                // Blocked by us or blocking us, or not there: its place is shown, its words aren't.
                whole &= !node.thread().path("blocked").asBoolean(false);
                return;
            }
            var said = new Utterance(post, us);
            var kept = node.kept() || said.ours() || said.toUs();
            var joined = kept || answered(node.thread());
            if (joined || said.uri().equals(root)) {
                said.heard(hidden.contains(said.uri()) ? Standing.HIDDEN : Standing.SHOWN)
                        .ifPresent(each -> heard.put(each.id(), each));
            }
            below(node.thread(), said.uri(), post.path("replyCount").asInt(0), kept);
        }

        /** What we joined in on was not said to us, but belongs to what we said. */
        private boolean answered(JsonNode thread) {
            return thread.path("replies")
                    .valueStream()
                    .anyMatch(each -> each.path("post")
                            .path("author")
                            .path("did")
                            .asString("")
                            .equals(us));
        }

        private void below(JsonNode thread, String uri, int count, boolean kept) throws Unfulfilled {
            var replies = thread.path("replies");
            if (count > replies.size() && replies.isMissingNode() && heard.size() < HEARD_MOST) {
                var on = read(uri);
                replies = on == null ? replies : on.path("replies");
            }
            whole &= replies.size() >= count;
            replies.forEach(each -> open.add(new Node(each, kept)));
        }

        /** Null only where the network says that nothing is there. */
        private @Nullable JsonNode read(String uri) throws Unfulfilled {
            if (++calls > CALLS_MOST) {
                whole = false;
                return null;
            }
            try {
                var thread = session.queryMany(
                                "app.bsky.feed.getPostThread",
                                Map.of(
                                        "uri", List.of(uri),
                                        "depth", List.of(Integer.toString(DEPTH)),
                                        "parentHeight", List.of("0")))
                        .path("thread");
                if (!thread.isObject()) {
                    throw Unfulfilled.garbage("a thread without posts");
                }
                return there(thread);
            } catch (Unfulfilled e) {
                if (e.error().equals("NotFound")) {
                    return null;
                }
                throw e;
            }
        }

        private @Nullable JsonNode there(JsonNode thread) throws Unfulfilled {
            if (thread.path("notFound").asBoolean(false)) {
                return null;
            }
            if (thread.path("blocked").asBoolean(false)) {
                throw new Unfulfilled(Unfulfilled.Kind.REFUSED, new Fault("bluesky.blocked", root));
            }
            return thread;
        }

        private static Map<Figure, Long> figures(JsonNode post) {
            var figures = new EnumMap<Figure, Long>(Figure.class);
            FIGURES.forEach((figure, name) -> {
                if (post.path(name).isNumber()) {
                    figures.put(figure, post.path(name).asLong());
                }
            });
            return figures;
        }
    }
}
