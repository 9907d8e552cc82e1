package dev.parvi.connector.bluesky;

import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who follows on a {@link RecordedBluesky}, in the shape of a view's answer (lexicon app.bsky.graph.getFollowers): the latest first, before a
 * number. Meaner than a real one: pages are short, and every third shows nobody, as where all on it are blocked.
 */
final class RecordedFollowers implements Playing {

    private static final int PAGE = 5;
    private static final int EMPTY = 3;

    private final RecordedBluesky server;
    private final TreeMap<Integer, ObjectNode> followers = new TreeMap<>();
    private int last;

    RecordedFollowers(RecordedBluesky server) {
        this.server = server;
    }

    synchronized String join(String name, String about) {
        var did = "did:plc:follower" + String.format("%08d", ++last);
        followers.put(
                last,
                Recording.JSON
                        .createObjectNode()
                        .put("did", did)
                        .put("handle", "f" + last + ".test")
                        .put("displayName", name)
                        .put("description", about)
                        .put("indexedAt", "2026-11-01T00:00:00.000Z"));
        return did;
    }

    synchronized void leave(String did) {
        followers.values().removeIf(each -> each.path("did").asString("").equals(did));
    }

    @Override
    public synchronized Recording answer(Request request) {
        if (!RecordedBluesky.method(request).equals("app.bsky.graph.getFollowers")) {
            return server.answer(request);
        }
        if (!request.header("authorization").equals("Bearer " + server.access)) {
            return RecordedBluesky.recorded("invalid-token");
        }
        var asked = RecordedBluesky.parameters(request);
        var cursor = asked.getOrDefault("cursor", "");
        if (!cursor.isEmpty() && !cursor.matches("\\d{1,9}(-\\d)?")) {
            return Recording.json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Malformed cursor\"}");
        }
        return Recording.json(200, page(cursor).toString());
    }

    private ObjectNode page(String cursor) {
        var parts = cursor.split("-");
        var before = cursor.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(parts[0]);
        var turn = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
        var answer = Recording.JSON.createObjectNode();
        answer.putObject("subject").put("did", RecordedBluesky.DID);
        var list = answer.putArray("followers");
        if (turn == EMPTY - 1) {
            return answer.put("cursor", before + "-0");
        }
        var page = new LinkedHashMap<Integer, ObjectNode>();
        followers.headMap(before, false).descendingMap().entrySet().stream()
                .limit(PAGE)
                .forEach(each -> page.put(each.getKey(), each.getValue()));
        page.values().forEach(list::add);
        page.keySet().stream()
                .min(Integer::compare)
                .filter(oldest -> !Map.copyOf(followers.headMap(oldest)).isEmpty())
                .ifPresent(oldest -> answer.put("cursor", oldest + "-" + (turn + 1)));
        return answer;
    }
}
