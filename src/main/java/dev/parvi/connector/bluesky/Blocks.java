package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.bluesky.Posts.Name;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps people from the account (app.bsky.graph.block). The key is made from their name, so that blocking twice is once. */
@Component
final class Blocks {

    private static final String COLLECTION = "app.bsky.graph.block";

    private final Clock clock;

    Blocks(Clock clock) {
        this.clock = clock;
    }

    void block(Session session, Speaker speaker) throws Unfulfilled {
        if (speaker.us() || !speaker.id().startsWith("did:")) {
            throw new Unfulfilled(Kind.REFUSED, new Fault("bluesky.block-nobody", speaker.id()));
        }
        var body = Xrpc.object()
                .put("repo", session.login().did())
                .put("collection", COLLECTION)
                .put("rkey", key(speaker.id()))
                .putNull("swapRecord");
        body.putObject("record")
                .put("$type", COLLECTION)
                .put("subject", speaker.id())
                .put("createdAt", Records.time(clock.instant()));
        try {
            session.procedure("com.atproto.repo.putRecord", body);
        } catch (Unfulfilled e) {
            // It stands there with another time: blocked already.
            if (!e.error().equals("InvalidSwap")) {
                throw e;
            }
        }
    }

    /** A block that somebody set in the network's own app has another key; the view knows it. */
    void unblock(Session session, Speaker speaker) throws Unfulfilled {
        delete(session, new Name(session.login().did(), COLLECTION, key(speaker.id())));
        var theirs = session.query("app.bsky.actor.getProfile", Map.of("actor", speaker.id()))
                .path("viewer")
                .path("blocking")
                .asString("");
        var name = Name.of(theirs)
                .filter(each -> each.repository().equals(session.login().did()));
        if (name.isPresent()) {
            delete(session, name.get());
        }
    }

    private static void delete(Session session, Name name) throws Unfulfilled {
        var body = Xrpc.object();
        name.parameters().forEach(body::put);
        try {
            session.tell("com.atproto.repo.deleteRecord", body);
        } catch (Unfulfilled e) {
            if (!e.error().equals("RecordNotFound")) {
                throw e;
            }
        }
    }

    static String key(String did) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(did.getBytes(StandardCharsets.UTF_8));
            return Tid.encoded(ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
