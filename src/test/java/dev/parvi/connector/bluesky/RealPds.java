package dev.parvi.connector.bluesky;

import dev.parvi.connector.Recording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A real server of the network on loopback (bin/networks/start), whose address is in PARVI_PDS; spoken to past the connector. */
final class RealPds {

    record Account(String handle, String did, String password, String appPassword, String token) {}

    final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RealPds() {
        var given = System.getenv("PARVI_PDS");
        if (given == null) {
            throw new IllegalStateException("PARVI_PDS must name the server that bin/networks/start started");
        }
        address = URI.create(given);
    }

    Account account() throws Exception {
        var name = "t" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        var session = call(
                "com.atproto.server.createAccount",
                "",
                "{\"handle\":\"" + name + ".test\",\"password\":\"main-" + name + "\",\"email\":\"" + name
                        + "@example.org\"}");
        var token = session.path("accessJwt").asString();
        var app = call("com.atproto.server.createAppPassword", token, "{\"name\":\"parvi\"}");
        return new Account(
                name + ".test",
                session.path("did").asString(),
                "main-" + name,
                app.path("password").asString(),
                token);
    }

    void revoke(Account account) throws Exception {
        call("com.atproto.server.revokeAppPassword", account.token(), "{\"name\":\"parvi\"}");
    }

    /** The account's posts, the newest first, as {@code uri}, {@code cid} and {@code value}. */
    List<JsonNode> posts(Account account) throws Exception {
        return call(
                        "com.atproto.repo.listRecords?limit=100&collection=app.bsky.feed.post&repo=" + account.did(),
                        "",
                        "")
                .path("records")
                .valueStream()
                .toList();
    }

    int blobBytes(Account account, JsonNode blob) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/xrpc/com.atproto.sync.getBlob?did=" + account.did()
                        + "&cid=" + blob.path("ref").path("$link").asString()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    private JsonNode call(String method, String token, String body) throws Exception {
        var call = HttpRequest.newBuilder(address.resolve("/xrpc/" + method));
        if (!token.isEmpty()) {
            call.header("authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            call.header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        var answer = client.send(call.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? Recording.JSON.createObjectNode() : Recording.JSON.readTree(answer.body());
    }
}
