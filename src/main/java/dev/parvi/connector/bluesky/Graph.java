package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Gathers.Crowd;
import dev.parvi.connector.Gathers.Follower;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads who follows (lexicon app.bsky.graph.getFollowers), the latest first. It doesn't say since when, and leaves out who is blocked or
 * deactivated: a page may be short without being the last. Its field of a place doesn't exist.
 */
@Component
final class Graph {

    private static final int PAGE = 100;

    private final Xrpc xrpc;

    Graph(Xrpc xrpc) {
        this.xrpc = xrpc;
    }

    Crowd followers(Access access, String cursor) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE));
        try {
            return read(session, cursor);
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static Crowd read(Session session, String cursor) throws Unfulfilled {
        var us = session.login().did();
        var asked = cursor.isEmpty()
                ? Map.of("actor", us, "limit", Integer.toString(PAGE))
                : Map.of("actor", us, "limit", Integer.toString(PAGE), "cursor", cursor);
        var page = session.query("app.bsky.graph.getFollowers", asked);
        if (!page.path("followers").isArray()) {
            throw Unfulfilled.garbage("no list of followers");
        }
        List<Follower> followers = page.path("followers")
                .valueStream()
                .flatMap(each -> follower(each).stream())
                .toList();
        var next = page.path("cursor").asString("");
        if (!next.isEmpty() && next.equals(cursor)) {
            throw Unfulfilled.garbage("a page of followers that leads to itself");
        }
        return new Crowd(followers, next, null);
    }

    private static Optional<Follower> follower(JsonNode said) {
        var did = said.path("did").asString("");
        if (did.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Follower(
                did,
                said.path("displayName").asString("").strip(),
                "@" + said.path("handle").asString(""),
                said.path("description").asString("").strip(),
                "",
                URI.create("https://bsky.app/profile/" + did),
                null));
    }
}
