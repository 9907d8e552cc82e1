package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Addresses of posts, and what stands at them. */
final class Posts {

    private static final Pattern NAME = Pattern.compile("at://([^/]+)/([^/]+)/([^/?#]+)");
    private static final Pattern PAGE =
            Pattern.compile("https?://(?:www\\.)?bsky\\.app/profile/([^/?#]+)/post/([^/?#]+).*");

    private Posts() {}

    /** The repository, collection and key that an at:// address names. */
    record Name(String repository, String collection, String key) {

        static Optional<Name> of(String address) {
            var name = NAME.matcher(address);
            return name.matches()
                    ? Optional.of(new Name(name.group(1), name.group(2), name.group(3)))
                    : Optional.empty();
        }

        Map<String, String> parameters() {
            return Map.of("repo", repository, "collection", collection, "rkey", key);
        }

        String address() {
            return "at://" + repository + "/" + collection + "/" + key;
        }
    }

    /** Where a person reads it: the account's lasting name in it, so that a changed handle breaks no link. */
    static URI page(String did, String key) {
        return URI.create("https://bsky.app/profile/" + did + "/post/" + key);
    }

    /** What an address of the app or of the protocol names; the repository may still be a handle. */
    static Optional<Name> named(URI address) {
        var page = PAGE.matcher(address.toString());
        return page.matches()
                ? Optional.of(new Name(page.group(1), Records.COLLECTION, page.group(2)))
                : Name.of(address.toString());
    }

    /** The record at a key of the account's own repository; empty only where the network said that none is there. */
    static Optional<JsonNode> read(Session session, String key) throws Unfulfilled {
        var name = new Name(session.login().did(), Records.COLLECTION, key);
        try {
            var found = session.look("com.atproto.repo.getRecord", name.parameters(), session.deadline());
            if (found.path("cid").asString("").isEmpty() || !found.path("value").isObject()) {
                throw Unfulfilled.garbage("a record without content");
            }
            return Optional.of(found);
        } catch (Unfulfilled e) {
            if (e.error().equals("RecordNotFound")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The version of a post that stands at an address, to refer to it. */
    static String cid(Session session, String address) throws Unfulfilled {
        var name = Name.of(address)
                .orElseThrow(() -> new Unfulfilled(Kind.REFUSED, new Fault("bluesky.post-missing", address)));
        return reference(session, name).path("cid").asString("");
    }

    /** Asked of the account's own server first, then of the view over the whole network. */
    static JsonNode reference(Session session, Name name) throws Unfulfilled {
        var refused = new Unfulfilled(Kind.REFUSED, new Fault("bluesky.post-missing", name.address()));
        try {
            return strong(session.look("com.atproto.repo.getRecord", name.parameters(), session.deadline()), refused);
        } catch (Unfulfilled e) {
            if (e.kind() != Kind.REFUSED) {
                throw e;
            }
        }
        try {
            var view = session.query("app.bsky.feed.getPosts", Map.of("uris", name.address()));
            return strong(view.path("posts").path(0), refused);
        } catch (Unfulfilled e) {
            throw e.kind() == Kind.REFUSED ? refused : e;
        }
    }

    /**
     * The root of the thread that a post stands in, to refer to it: itself where it answers nothing. What was written a moment
     * ago only the account's own server knows.
     */
    static JsonNode root(Session session, String address) throws Unfulfilled {
        var missing = new Unfulfilled(Kind.REFUSED, new Fault("bluesky.post-missing", address));
        var name = Name.of(address).orElseThrow(() -> missing);
        var found = kept(session, name);
        var post =
                found != null ? found : Notices.posts(session, List.of(address)).get(address);
        if (post == null) {
            throw missing;
        }
        var root = post.path(found != null ? "value" : "record").path("reply").path("root");
        return strong(root.isObject() ? root : post, missing);
    }

    private static @Nullable JsonNode kept(Session session, Name name) throws Unfulfilled {
        try {
            return session.look("com.atproto.repo.getRecord", name.parameters(), session.deadline());
        } catch (Unfulfilled e) {
            if (e.kind() == Kind.REFUSED) {
                return null;
            }
            throw e;
        }
    }

    private static JsonNode strong(JsonNode found, Unfulfilled otherwise) throws Unfulfilled {
        var uri = found.path("uri").asString("");
        var cid = found.path("cid").asString("");
        if (uri.isEmpty() || cid.isEmpty()) {
            throw otherwise;
        }
        return Xrpc.object().put("uri", uri).put("cid", cid);
    }
}
