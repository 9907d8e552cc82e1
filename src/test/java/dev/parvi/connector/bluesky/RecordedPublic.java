package dev.parvi.connector.bluesky;

import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody says in public on a {@link RecordedBluesky}, as feeds and searches of a real view show it (lexicons
 * app.bsky.feed.getAuthorFeed and searchPosts). It's meaner than that one: pages are short, some of what is on them isn't shown, what
 * others said stands between, and it searches by parts of words.
 */
final class RecordedPublic implements Playing {

    static final String SOMEBODY = RecordedView.SOMEBODY;
    static final String HANDLE = "somebody.test";

    private static final int PAGE = 5;

    private final RecordedBluesky server;
    private final Map<String, ObjectNode> posts = new ConcurrentHashMap<>();
    private final Instant began = Instant.now().minusSeconds(60);

    RecordedPublic(RecordedBluesky server) {
        this.server = server;
    }

    synchronized String say(String text) {
        var uri = "at://" + SOMEBODY + "/" + Records.COLLECTION + "/3n4aa" + String.format("%08d", posts.size());
        posts.put(
                uri,
                Recording.JSON
                        .createObjectNode()
                        .put("$type", Records.COLLECTION)
                        .put("text", text)
                        .put("createdAt", began.plusMillis(posts.size() / 2).toString()));
        return uri;
    }

    @Override
    public Recording answer(Request request) {
        var method = RecordedBluesky.method(request);
        if (!method.startsWith("app.bsky.")) {
            return server.answer(request);
        }
        if (!request.header("authorization").equals("Bearer " + server.access)) {
            return RecordedBluesky.recorded("invalid-token");
        }
        var asked = RecordedBluesky.parameters(request).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> URLDecoder.decode(each.getValue(), StandardCharsets.UTF_8)));
        return switch (method) {
            case "app.bsky.actor.getProfile" -> profile(asked.get("actor"));
            case "app.bsky.feed.searchPosts" -> search(asked);
            case "app.bsky.feed.getAuthorFeed" -> feed(asked);
            default -> Recording.json(501, "{\"error\":\"MethodNotImplemented\",\"message\":\"" + method + "\"}");
        };
    }

    private static Recording profile(String actor) {
        return actor.equals(HANDLE) || actor.equals(SOMEBODY)
                ? Recording.json(
                        200, "{\"did\":\"" + SOMEBODY + "\",\"handle\":\"" + HANDLE + "\",\"displayName\":\"Joku\"}")
                : Recording.json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Profile not found\"}");
    }

    private Recording search(Map<String, String> asked) {
        var sought = asked.get("q").replace("\"", "").toLowerCase(java.util.Locale.ROOT);
        var answer = Recording.JSON.createObjectNode();
        page(asked, sought, answer, answer.putArray("posts"), false);
        return Recording.json(200, answer.toString());
    }

    private Recording feed(Map<String, String> asked) {
        if (!asked.get("actor").equals(SOMEBODY)) {
            return Recording.json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Profile not found\"}");
        }
        var answer = Recording.JSON.createObjectNode();
        page(asked, "", answer, answer.putArray("feed"), true);
        return Recording.json(200, answer.toString());
    }

    private void page(Map<String, String> asked, String sought, ObjectNode answer, ArrayNode list, boolean feed) {
        var after = asked.getOrDefault("cursor", "");
        var all = posts.entrySet().stream()
                .filter(each -> each.getValue()
                        .path("text")
                        .asString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(sought))
                .sorted(Comparator.comparing(RecordedPublic::mark).reversed())
                .filter(each -> after.isEmpty() || mark(each).compareTo(after) < 0)
                .toList();
        List<Map.Entry<String, ObjectNode>> page = all.subList(0, Math.min(PAGE, all.size()));
        for (var each : page) {
            var view = view(each.getKey(), each.getValue());
            if (feed) {
                list.addObject().set("post", view);
            } else {
                list.add(view);
            }
        }
        if (feed) {
            // what somebody passes on stands among what they say themselves
            var passed = list.addObject();
            passed.set(
                    "post",
                    other(view("at://" + RecordedBluesky.DID + "/" + Records.COLLECTION + "/3nother", said("Muiden"))));
            passed.putObject("reason")
                    .put("$type", "app.bsky.feed.defs#reasonRepost")
                    .put("indexedAt", Instant.now().toString());
        }
        if (all.size() > PAGE) {
            answer.put("cursor", mark(page.getLast()));
        }
    }

    private static ObjectNode said(String text) {
        return Recording.JSON.createObjectNode().put("text", text).put("createdAt", "2020-01-01T00:00:00Z");
    }

    private static ObjectNode other(ObjectNode view) {
        ((ObjectNode) view.path("author")).put("did", RecordedBluesky.DID);
        return view;
    }

    /** As the real view marks its pages: a time in milliseconds, and what tells apart those that share it. */
    private static String mark(Map.Entry<String, ObjectNode> each) {
        return Instant.parse(each.getValue().path("createdAt").asString()).toEpochMilli() + "__" + each.getKey();
    }

    private static ObjectNode view(String uri, ObjectNode record) {
        var view = (ObjectNode) Recording.JSON
                .readTree(RecordedBluesky.recorded("get-posts").body())
                .path("posts")
                .path(0)
                .deepCopy();
        view.put("uri", uri)
                .put("cid", "bafyrei" + Integer.toHexString(record.hashCode()))
                .put("indexedAt", record.path("createdAt").asString());
        view.set("record", record);
        ((ObjectNode) view.path("author")).put("did", uri.split("/")[2]).put("handle", HANDLE);
        return view;
    }
}
