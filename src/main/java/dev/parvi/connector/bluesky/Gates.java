package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.bluesky.Posts.Name;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Folds answers away under our own posts, by the list that the post's gate keeps (app.bsky.feed.threadgate). What else the gate
 * says stays as it is, and a change that somebody made meanwhile is never overwritten.
 */
@Component
final class Gates {

    private static final String COLLECTION = "app.bsky.feed.threadgate";
    private static final int TRIES = 4;

    /** So many the lexicon allows. */
    private static final int HIDDEN_MOST = 300;

    private final Clock clock;

    Gates(Clock clock) {
        this.clock = clock;
    }

    void hide(Session session, Sent said, boolean hide) throws Unfulfilled {
        var root = root(session, said);
        if (!root.repository().equals(session.login().did())) {
            throw new Unfulfilled(Kind.REFUSED, new Fault("bluesky.not-ours", root.address()));
        }
        for (var left = TRIES; left > 0; left--) {
            try {
                put(session, root, said.id(), hide);
                return;
            } catch (Unfulfilled e) {
                if (!e.error().equals("InvalidSwap") || left == 1) {
                    throw e;
                }
            }
        }
    }

    private void put(Session session, Name root, String uri, boolean hide) throws Unfulfilled {
        var name = new Name(root.repository(), COLLECTION, root.key());
        var kept = read(session, name);
        var hidden = new LinkedHashSet<String>();
        kept.ifPresent(gate -> gate.path("value").path("hiddenReplies").forEach(each -> hidden.add(each.asString(""))));
        if (!(hide ? hidden.add(uri) : hidden.remove(uri))) {
            return;
        }
        if (hidden.size() > HIDDEN_MOST) {
            throw new Unfulfilled(Kind.REFUSED, new Fault("bluesky.hidden-many", Integer.toString(HIDDEN_MOST)));
        }
        // Without "allow" everybody may answer, as before there was a gate.
        var gate = kept.map(found -> (ObjectNode) found.path("value").deepCopy())
                .orElseGet(() -> Xrpc.object()
                        .put("$type", COLLECTION)
                        .put("post", root.address())
                        .put("createdAt", Records.time(clock.instant())));
        hidden.forEach(gate.putArray("hiddenReplies")::add);
        var body = Xrpc.object()
                .put("repo", name.repository())
                .put("collection", name.collection())
                .put("rkey", name.key());
        kept.ifPresentOrElse(
                found -> body.put("swapRecord", found.path("cid").asString("")), () -> body.putNull("swapRecord"));
        body.set("record", gate);
        session.procedure("com.atproto.repo.putRecord", body);
    }

    private static Optional<JsonNode> read(Session session, Name name) throws Unfulfilled {
        try {
            var found = session.look("com.atproto.repo.getRecord", name.parameters(), session.deadline());
            if (!found.path("value").isObject()) {
                throw Unfulfilled.garbage("a gate without content");
            }
            return Optional.of(found);
        } catch (Unfulfilled e) {
            if (e.error().equals("RecordNotFound")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Name root(Session session, Sent said) throws Unfulfilled {
        var marked = said.marks().getOrDefault("root", "");
        return Name.of(
                        marked.isEmpty()
                                ? Posts.root(session, said.id()).path("uri").asString("")
                                : marked)
                .orElseThrow(() -> new Unfulfilled(Kind.REFUSED, new Fault("bluesky.post-missing", said.id())));
    }
}
