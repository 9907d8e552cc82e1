package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Listens.Post;
import dev.parvi.connector.Streams.Event;
import dev.parvi.connector.Streams.Flow;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.OutboundStream;
import dev.parvi.platform.OutboundStreams;
import dev.parvi.platform.StreamCall;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The network's firehose as Jetstream tells it in JSON (github.com/bluesky-social/jetstream): all posts, and which accounts are
 * gone. A cursor is a time in microseconds, so it serves for another server as well; it's padded, so that it sorts as text.
 */
@Component
final class Jetstream {

    /** The server sends in the order of arrival; a little is read once more in case it doesn't. */
    static final long BACK_MICROS = 10_000_000;

    /** A post has 3,000 bytes of text at most; with links, names and pictures' descriptions it may have more than ten times as much. */
    private static final int MESSAGE_BYTES = 262_144;

    private static final int WAITING_BYTES = 8_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutboundStreams outbound;
    private final String address;

    /** @param address such as {@code wss://jetstream2.us-east.bsky.network/subscribe}; empty: it isn't read */
    Jetstream(OutboundStreams outbound, @Value("${parvi.bluesky.jetstream:}") String address) {
        this.outbound = outbound;
        this.address = address.strip();
    }

    boolean wanted() {
        return !address.isEmpty();
    }

    Flow flow(String cursor) throws ConnectorFailed {
        try {
            return new Reading(outbound.open(
                    StreamCall.to(URI.create(address + query(cursor))).atMost(MESSAGE_BYTES, WAITING_BYTES)));
        } catch (IllegalArgumentException e) {
            throw new ConnectorFailed(new Fault("bluesky.stream-address", address), false);
        } catch (CallFailed e) {
            throw new ConnectorFailed(Fault.of(e), false);
        }
    }

    private String query(String cursor) {
        var from = cursor.matches("\\d{1,18}") ? Math.max(0, Long.parseLong(cursor) - BACK_MICROS) : -1;
        return (address.contains("?") ? "&" : "?") + "wantedCollections=" + Records.COLLECTION + "&maxMessageSizeBytes="
                + MESSAGE_BYTES + (from < 0 ? "" : "&cursor=" + from);
    }

    private record Reading(OutboundStream stream) implements Flow {

        @Override
        public Optional<Event> next(Duration wait) throws ConnectorFailed {
            try {
                return stream.next(wait).map(Jetstream::event);
            } catch (CallFailed e) {
                throw new ConnectorFailed(Fault.of(e), false);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    /** What can't be read is passed over: the next message may well be fine. */
    static Event event(String message) {
        try {
            return event(JSON.readTree(message));
        } catch (JacksonException e) {
            return new Event.Other("");
        }
    }

    private static Event event(JsonNode told) {
        var time = told.path("time_us").asLong(0);
        var cursor = time <= 0 ? "" : String.format("%018d", time);
        return switch (told.path("kind").asString("")) {
            case "commit" -> commit(told, cursor);
            case "account" -> account(told.path("account"), cursor);
            default -> new Event.Other(cursor);
        };
    }

    /** Of an account that is only switched off for a while its posts may come back; of one that was deleted they don't. */
    private static Event account(JsonNode account, String cursor) {
        var gone = !account.path("active").asBoolean(true)
                && account.path("status").asString("").equals("deleted");
        var did = account.path("did").asString("");
        return gone && !did.isEmpty() ? new Event.Left(did, cursor) : new Event.Other(cursor);
    }

    private static Event commit(JsonNode told, String cursor) {
        var commit = told.path("commit");
        var did = told.path("did").asString("");
        var key = commit.path("rkey").asString("");
        if (!commit.path("collection").asString("").equals(Records.COLLECTION) || did.isEmpty() || key.isEmpty()) {
            return new Event.Other(cursor);
        }
        var uri = new Posts.Name(did, Records.COLLECTION, key).address();
        var version = commit.path("rev").asString("");
        return switch (commit.path("operation").asString("")) {
            case "create" -> post(did, uri, commit, version, false, cursor);
            case "update" -> post(did, uri, commit, version, true, cursor);
            case "delete" -> new Event.Gone(uri, version, cursor);
            default -> new Event.Other(cursor);
        };
    }

    private static Event post(String did, String uri, JsonNode commit, String version, boolean edited, String cursor) {
        var view = JSON.createObjectNode()
                .put("uri", uri)
                .put("cid", commit.path("cid").asString(""));
        view.putObject("author").put("did", did);
        view.set("record", commit.path("record"));
        return post(view)
                .<Event>map(post -> new Event.Told(post, version, edited, cursor))
                .orElse(new Event.Other(cursor));
    }

    private static Optional<Post> post(ObjectNode view) {
        return new Utterance(view, "").found().map(heard -> new Post(heard, Sighting.card(view.path("record"))));
    }
}
