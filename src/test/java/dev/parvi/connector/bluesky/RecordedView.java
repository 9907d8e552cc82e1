package dev.parvi.connector.bluesky;

import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what stands on a {@link RecordedBluesky} and what somebody else says there, in the shape that a real view answered with
 * (recorded by bin/networks/start-appview). It's meaner than that one: pages are short, some are empty, many things share a
 * millisecond, and a thread is cut after three levels.
 */
final class RecordedView implements Playing {

    static final String SOMEBODY = "did:plc:dv6avth5kffdgyjk6bmmmr5u";

    private static final int PAGE = 5;
    private static final int SHARING_A_TIME = 3;
    private static final int DEPTH = 3;
    private static final String POSTS = "/app.bsky.feed.post/";

    private final RecordedBluesky server;
    private final Map<String, ObjectNode> others = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> gates = new ConcurrentHashMap<>();
    private final Map<String, String[]> called = new ConcurrentHashMap<>();
    private final Set<String> blocks = ConcurrentHashMap.newKeySet();
    private final long began = System.currentTimeMillis() - 60_000;
    private int said;

    RecordedView(RecordedBluesky server) {
        this.server = server;
    }

    synchronized String say(String root, String parent, String text) {
        var uri = "at://" + SOMEBODY + POSTS + "3n2wzz" + String.format("%07d", said);
        var at = Instant.ofEpochMilli(began + said / SHARING_A_TIME);
        var record = Recording.JSON
                .createObjectNode()
                .put("$type", Records.COLLECTION)
                .put("text", text)
                .put("createdAt", at.toString());
        var reply = record.putObject("reply");
        reply.putObject("root").put("uri", root).put("cid", "bafyroot");
        reply.putObject("parent").put("uri", parent).put("cid", "bafyparent");
        others.put(uri, record);
        said++;
        return uri;
    }

    /** Who said it is called like that from now on. */
    void call(String uri, String name, String handle) {
        called.put(uri, new String[] {name, handle});
    }

    void takeBack(String uri) {
        others.remove(uri);
    }

    void change(String uri, String text) {
        others.computeIfPresent(uri, (name, record) -> record.deepCopy().put("text", text));
    }

    boolean blocked() {
        return !blocks.isEmpty();
    }

    @Override
    public synchronized Recording answer(Request request) {
        var method = RecordedBluesky.method(request);
        var asked = RecordedBluesky.parameters(request);
        var ours = method.startsWith("app.bsky.") || method.startsWith("com.atproto.repo.") && besides(request, asked);
        if (ours
                && !method.endsWith("getRecord")
                && !request.header("authorization").equals("Bearer " + server.access)) {
            return RecordedBluesky.recorded("invalid-token");
        }
        return ours ? shown(method, request, asked) : server.answer(request);
    }

    /** Whether it's about something that isn't a post. */
    private static boolean besides(Request request, Map<String, String> asked) {
        var collection = request.body().length == 0 || request.method().equals("GET")
                ? asked.getOrDefault("collection", Records.COLLECTION)
                : request.header("content-type").startsWith("application/json")
                        ? Recording.JSON
                                .readTree(request.body())
                                .path("collection")
                                .asString(Records.COLLECTION)
                        : Records.COLLECTION;
        return !collection.equals(Records.COLLECTION);
    }

    private Recording shown(String method, Request request, Map<String, String> asked) {
        return switch (method) {
            case "app.bsky.notification.listNotifications" -> notifications(decoded(asked.getOrDefault("cursor", "")));
            case "app.bsky.feed.getPosts" -> posts(request.path());
            case "app.bsky.feed.getPostThread" -> thread(decoded(asked.get("uri")));
            case "app.bsky.actor.getProfile" -> Recording.json(200, "{\"did\":\"" + SOMEBODY + "\",\"viewer\":{}}");
            case "com.atproto.repo.getRecord" -> gate(asked.get("rkey"));
            case "com.atproto.repo.putRecord" -> put(Recording.JSON.readTree(request.body()));
            case "com.atproto.repo.deleteRecord" -> {
                blocks.remove(
                        Recording.JSON.readTree(request.body()).path("rkey").asString());
                yield RecordedBluesky.recorded("delete-record");
            }
            default -> Recording.json(501, "{\"error\":\"MethodNotImplemented\",\"message\":\"" + method + "\"}");
        };
    }

    private Recording notifications(String cursor) {
        var raw = others.entrySet().stream()
                .filter(each -> cursor.isEmpty() || time(each.getValue()).isBefore(Instant.parse(cursor)))
                .sorted(Comparator.comparing((Map.Entry<String, ObjectNode> each) -> time(each.getValue()))
                        .thenComparing(Map.Entry::getKey)
                        .reversed())
                .limit(PAGE)
                .toList();
        var answer = Recording.JSON.createObjectNode();
        var list = answer.putArray("notifications");
        for (var each : raw) {
            if (!hidden(each.getKey()) && blocks.isEmpty()) {
                list.add(view(each.getKey(), each.getValue()).put("reason", "reply"));
            }
        }
        if (raw.size() == PAGE) {
            answer.put("cursor", time(raw.getLast().getValue()).toString());
        }
        return Recording.json(200, answer.toString());
    }

    private Recording posts(String path) {
        var answer = Recording.JSON.createObjectNode();
        var list = answer.putArray("posts");
        Stream.of(path.replaceFirst("^[^?]*\\?", "").split("&"))
                .map(each -> decoded(each.replaceFirst("^uris=", "")))
                .forEach(uri -> {
                    var record = record(uri);
                    if (record != null) {
                        list.add(view(uri, record));
                    }
                });
        return Recording.json(200, answer.toString());
    }

    private Recording thread(String uri) {
        var record = record(uri);
        if (record == null) {
            return RecordedBluesky.recorded("thread-not-found");
        }
        var answer = Recording.JSON.createObjectNode();
        answer.set("thread", node(uri, record, DEPTH));
        return Recording.json(200, answer.toString());
    }

    private ObjectNode node(String uri, JsonNode record, int depth) {
        var node = Recording.JSON.createObjectNode().put("$type", "app.bsky.feed.defs#threadViewPost");
        var view = view(uri, record);
        var gate = gates.get(key(uri));
        if (gate != null && uri.contains(RecordedBluesky.DID)) {
            view.putObject("threadgate").set("record", gate);
        }
        node.set("post", view);
        if (depth > 0) {
            var replies = node.putArray("replies");
            below(uri).forEach((name, each) -> {
                if (blocks.isEmpty() || !name.contains(SOMEBODY)) {
                    replies.add(node(name, each, depth - 1));
                }
            });
        }
        return node;
    }

    private ObjectNode view(String uri, JsonNode record) {
        var view = (ObjectNode) Recording.JSON
                .readTree(RecordedBluesky.recorded("get-posts").body())
                .path("posts")
                .path(0)
                .deepCopy();
        view.put("uri", uri)
                .put("cid", "bafyrei" + Integer.toHexString(record.hashCode()))
                .put("indexedAt", record.path("createdAt").asString())
                .put("replyCount", below(uri).size());
        view.set("record", record);
        var author = ((ObjectNode) view.path("author")).put("did", uri.split("/")[2]);
        if (called.containsKey(uri)) {
            author.put("did", SOMEBODY + key(uri))
                    .put("displayName", called.get(uri)[0])
                    .put("handle", called.get(uri)[1]);
        }
        return view;
    }

    private Map<String, JsonNode> below(String uri) {
        var below = new LinkedHashMap<String, JsonNode>();
        var all = new LinkedHashMap<String, JsonNode>(others);
        server.records.forEach((key, record) -> all.put("at://" + RecordedBluesky.DID + POSTS + key, record));
        all.forEach((name, record) -> {
            if (record.path("reply").path("parent").path("uri").asString("").equals(uri)) {
                below.put(name, record);
            }
        });
        return below;
    }

    private JsonNode record(String uri) {
        return uri.contains(RecordedBluesky.DID) ? server.records.get(key(uri)) : others.get(uri);
    }

    private boolean hidden(String uri) {
        var all = new HashSet<String>();
        gates.values().forEach(gate -> gate.path("hiddenReplies").forEach(each -> all.add(each.asString())));
        return all.contains(uri);
    }

    private Recording gate(String key) {
        var gate = gates.get(key);
        return gate == null
                ? RecordedBluesky.recorded("record-not-found")
                : RecordedBluesky.recorded("get-record").with("value", gate).with("cid", cid(gate));
    }

    /** With the swap that was asked for, as the server takes it. */
    private Recording put(JsonNode body) {
        var key = body.path("rkey").asString();
        if (body.path("collection").asString().endsWith(".block")) {
            return blocks.add(key) ? RecordedBluesky.recorded("put-record") : RecordedBluesky.recorded("invalid-swap");
        }
        var before = gates.get(key);
        var swap = body.path("swapRecord").asString("");
        if (!swap.equals(before == null ? "" : cid(before))) {
            return RecordedBluesky.recorded("invalid-swap");
        }
        gates.put(key, body.path("record"));
        return RecordedBluesky.recorded("put-record");
    }

    private static String cid(JsonNode record) {
        return "bafyrei" + Integer.toHexString(record.hashCode());
    }

    private static Instant time(JsonNode record) {
        return Instant.parse(record.path("createdAt").asString());
    }

    private static String key(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
