package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends, finds and deletes posts. The key is made from the delivery, and {@code swapRecord: null} lets the network create under
 * it but never overwrite: the same record again is taken as done, another one is refused. So no call can publish twice.
 */
@Component
final class Posting {

    private final Xrpc xrpc;
    private final Records records;

    Posting(Xrpc xrpc, Records records) {
        this.xrpc = xrpc;
        this.records = records;
    }

    PublishOutcome publish(Access access, Parcel parcel) {
        var session = new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE));
        ObjectNode record;
        try {
            record = records.post(session, parcel);
        } catch (Unfulfilled e) {
            return e.outcomeBefore();
        }
        try {
            return put(session, parcel, record);
        } catch (Unfulfilled e) {
            return e.error().equals("InvalidSwap") ? taken(session, parcel) : e.outcome();
        }
    }

    private static PublishOutcome put(Session session, Parcel parcel, ObjectNode record) throws Unfulfilled {
        var body = Xrpc.object()
                .put("repo", session.login().did())
                .put("collection", Records.COLLECTION)
                .put("rkey", key(parcel))
                .putNull("swapRecord");
        body.set("record", record);
        var answer = session.procedure("com.atproto.repo.putRecord", body);
        return new PublishOutcome.Published(sent(session, parcel, answer));
    }

    /** Something stands under our key already: an earlier try of ours whose card or mentions came out differently, most likely. */
    private static PublishOutcome taken(Session session, Parcel parcel) {
        return switch (find(session, parcel)) {
            case Finding.Found found -> new PublishOutcome.Published(found.sent());
            case Finding.Absent absent ->
                new PublishOutcome.RetryAfter(new Fault("server", "InvalidSwap, then nothing there"), Unfulfilled.SOON);
            case Finding.CannotTell open
            when open.fault().code().equals("bluesky.key-taken") -> new PublishOutcome.Rejected(open.fault());
            case Finding.CannotTell open -> new PublishOutcome.Unknown(open.fault());
        };
    }

    Finding find(Access access, Parcel parcel) {
        return find(new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE)), parcel);
    }

    private static Finding find(Session session, Parcel parcel) {
        try {
            var found = Posts.read(session, key(parcel));
            if (found.isEmpty()) {
                return new Finding.Absent();
            }
            return ours(found.get(), parcel)
                    ? new Finding.Found(sent(session, parcel, found.get()))
                    : new Finding.CannotTell(new Fault("bluesky.key-taken", key(parcel)));
        } catch (Unfulfilled e) {
            return new Finding.CannotTell(e.fault());
        }
    }

    private static boolean ours(JsonNode found, Parcel parcel) {
        var record = found.path("value");
        return record.path("createdAt").asString("").equals(Records.time(parcel.madeAt()))
                && record.path("text").asString("").equals(parcel.message().text());
    }

    private static Sent sent(Session session, Parcel parcel, JsonNode answer) throws Unfulfilled {
        var cid = answer.path("cid").asString("");
        var uri = answer.path("uri").asString("");
        if (cid.isEmpty() || !uri.endsWith("/" + key(parcel))) {
            throw Unfulfilled.garbage("an answer without the post's address");
        }
        return new Sent(uri, Posts.page(session.login().did(), key(parcel)), Map.of("cid", cid));
    }

    void delete(Access access, Sent sent) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE));
        var name = Optional.of(sent.id()).flatMap(Posts.Name::of);
        if (name.isEmpty()) {
            throw new ConnectorFailed(new Fault("bluesky.post-missing", sent.id()), false);
        }
        var body = Xrpc.object();
        name.get().parameters().forEach(body::put);
        try {
            session.tell("com.atproto.repo.deleteRecord", body);
        } catch (Unfulfilled e) {
            if (!e.error().equals("RecordNotFound")) {
                throw e.failed();
            }
        }
    }

    private static String key(Parcel parcel) {
        return Tid.of(parcel.madeAt(), parcel.number());
    }
}
