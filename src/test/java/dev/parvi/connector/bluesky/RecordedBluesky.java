package dev.parvi.connector.bluesky;

import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Plays what a real server answered (recorded from @atproto/pds by bin/networks) and keeps records the way it does: a key is
 * created once, the same again is taken as done, anything else is refused.
 */
final class RecordedBluesky implements Playing {

    static final String DID = "did:plc:7s27ophiqrfbt55lb6y3ymtz";

    final Map<String, JsonNode> records = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    volatile String access = "access-0";
    volatile String refresh = "refresh-0";
    volatile String password = "aaaa-bbbb-cccc-dddd";

    static Recording recorded(String name) {
        return Recording.of("bluesky", name);
    }

    @Override
    public Recording answer(Request request) {
        return switch (method(request)) {
            case "com.atproto.server.createSession" -> createSession(Recording.JSON.readTree(request.body()));
            case "com.atproto.server.refreshSession" -> refreshSession(request);
            case "com.atproto.server.deleteSession" -> recorded("delete-session");
            case "com.atproto.repo.getRecord" -> getRecord(parameters(request).get("rkey"));
            case "com.atproto.identity.resolveHandle" ->
                parameters(request).get("handle").startsWith("alice.")
                        ? recorded("resolve-handle")
                        : recorded("handle-unknown");
            case "com.atproto.repo.putRecord", "com.atproto.repo.deleteRecord", "com.atproto.repo.uploadBlob" ->
                request.header("authorization").equals("Bearer " + access)
                        ? signedIn(request)
                        : recorded("invalid-token");
            default ->
                Recording.json(501, "{\"error\":\"MethodNotImplemented\",\"message\":\"Method Not Implemented\"}");
        };
    }

    private Recording signedIn(Request request) {
        var method = method(request);
        if (method.endsWith("uploadBlob")) {
            return recorded("upload-blob");
        }
        var body = Recording.JSON.readTree(request.body());
        if (method.endsWith("deleteRecord")) {
            records.remove(body.path("rkey").asString());
            return recorded("delete-record");
        }
        return putRecord(body.path("rkey").asString(), body.path("record"));
    }

    private synchronized Recording putRecord(String key, JsonNode record) {
        if (dev.parvi.connector.Descriptor.Unit.GRAPHEMES.count(
                        record.path("text").asString())
                > 300) {
            return recorded("invalid-record");
        }
        var before = records.putIfAbsent(key, record);
        if (before != null && !before.equals(record)) {
            return recorded("invalid-swap");
        }
        return named(recorded(before == null ? "put-record" : "put-record-again"), key, record);
    }

    private Recording getRecord(String key) {
        var record = records.get(key);
        return record == null
                ? recorded("record-not-found")
                : named(recorded("get-record"), key, record).with("value", record);
    }

    private static Recording named(Recording recording, String key, JsonNode record) {
        return recording
                .with("uri", "at://" + DID + "/app.bsky.feed.post/" + key)
                .with("cid", "bafyrei" + Integer.toHexString(record.hashCode()));
    }

    private Recording createSession(JsonNode body) {
        return body.path("password").asString().equals(password) && !password.isEmpty()
                ? session("create-session")
                : recorded("wrong-password");
    }

    private Recording refreshSession(Request request) {
        return request.header("authorization").equals("Bearer " + refresh)
                ? session("refresh-session")
                : recorded("refresh-revoked");
    }

    private Recording session(String name) {
        var number = tokens.incrementAndGet();
        access = "access-" + number;
        refresh = "refresh-" + number;
        return recorded(name).with("accessJwt", access).with("refreshJwt", refresh);
    }

    static String method(Request request) {
        return request.path().replaceFirst("^/xrpc/", "").replaceFirst("\\?.*", "");
    }

    static Map<String, String> parameters(Request request) {
        return java.util.Arrays.stream(
                        request.path().replaceFirst("^[^?]*\\??", "").split("&"))
                .filter(p -> p.contains("="))
                .collect(Collectors.toMap(
                        p -> p.substring(0, p.indexOf('=')),
                        p -> p.substring(p.indexOf('=') + 1),
                        (one, other) -> one));
    }
}
