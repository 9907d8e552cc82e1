package dev.parvi.networks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account on the real server whose address is in PARVI_PDS, and what stands in its repository; spoken to past the desk. */
final class RealRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final URI server;
    final String handle;
    final String appPassword;
    private final String did;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RealRecords() throws Exception {
        var given = System.getenv("PARVI_PDS");
        if (given == null) {
            throw new IllegalStateException("PARVI_PDS must name the server that bin/networks/start started");
        }
        server = URI.create(given);
        var name = "roastery" + UUID.randomUUID().toString().substring(0, 5);
        handle = name + ".test";
        var session = JSON.readTree(call(
                "com.atproto.server.createAccount",
                "",
                Map.of("handle", handle, "password", "main-" + name, "email", name + "@example.org")));
        did = session.path("did").asString();
        var password = call(
                "com.atproto.server.createAppPassword",
                session.path("accessJwt").asString(),
                Map.of("name", "parvi"));
        appPassword = JSON.readTree(password).path("password").asString();
    }

    /** The posts, the oldest first, each as {@code record} and {@code blobs}: what a page can draw them from. */
    List<Map<String, Object>> posts() throws Exception {
        var found = JSON.readTree(call(
                        "com.atproto.repo.listRecords?limit=100&reverse=true&collection=app.bsky.feed.post&repo=" + did,
                        "",
                        Map.of()))
                .path("records");
        var posts = new ArrayList<Map<String, Object>>();
        for (var each : found) {
            var blobs = new LinkedHashMap<String, Object>();
            for (var blob : each.path("value").findParents("$type")) {
                if (blob.path("$type").asString("").equals("blob")) {
                    blobs.put(blob.path("ref").path("$link").asString(), data(blob));
                }
            }
            posts.add(Map.of("record", JSON.convertValue(each.path("value"), Map.class), "blobs", blobs));
        }
        return posts;
    }

    private String data(JsonNode blob) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("/xrpc/com.atproto.sync.getBlob?did=" + did + "&cid="
                        + blob.path("ref").path("$link").asString()))
                .build();
        var bytes =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        return "data:" + blob.path("mimeType").asString() + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
    }

    private String call(String method, String token, Map<String, String> body) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("/xrpc/" + method));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
