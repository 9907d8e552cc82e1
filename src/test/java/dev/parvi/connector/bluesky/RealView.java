package dev.parvi.connector.bluesky;

import dev.parvi.connector.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole real network with its view, started by bin/networks/start-appview, or the one whose line of JSON stands
 * in the file that PARVI_APPVIEW names;
 * people speak there past the connector.
 */
public final class RealView implements AutoCloseable {

    private static final String POST = "app.bsky.feed.post";
    private static final String GATE = "app.bsky.feed.threadgate";
    private static final String FOLLOW = "app.bsky.graph.follow";
    private static final String PROFILE = "app.bsky.actor.profile";

    /** @param token of a session with the main password */
    public record Person(String handle, String did, String appPassword, String token) {}

    public final URI address;
    private final @Nullable Process process;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI settling;

    public RealView() throws IOException {
        var given = System.getenv("PARVI_APPVIEW");
        process = given == null ? started() : null;
        var line = process == null
                ? Files.readString(Path.of(given))
                : new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        if (line == null) {
            throw new IOException("bin/networks/start-appview ended before it was ready");
        }
        var network = Recording.JSON.readTree(line);
        address = URI.create(network.path("pds").asString());
        settling = URI.create(network.path("settle").asString());
    }

    private static Process started() throws IOException {
        var folder = Files.createTempDirectory("appview").toFile();
        // Its PostgreSQL runs as nobody.
        if (!folder.setExecutable(true, false) || !folder.setReadable(true, false)) {
            throw new IOException(folder + " can't be opened to others");
        }
        var starting = new ProcessBuilder("bin/networks/start-appview", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        starting.environment().put("EOF_ENDS", "1");
        return starting.start();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }

    public Person person() throws Exception {
        var name = "v" + UUID.randomUUID().toString().replace("-", "").substring(0, 11);
        var account = call(
                "com.atproto.server.createAccount",
                "",
                object().put("handle", name + ".test")
                        .put("password", "main-" + name)
                        .put("email", name + "@example.org"));
        var token = account.path("accessJwt").asString();
        var app = call("com.atproto.server.createAppPassword", token, object().put("name", "parvi"));
        return new Person(
                name + ".test",
                account.path("did").asString(),
                app.path("password").asString(),
                token);
    }

    public void revoke(Person person) throws Exception {
        call("com.atproto.server.revokeAppPassword", person.token(), object().put("name", "parvi"));
    }

    public List<String> texts(Person person) throws Exception {
        return call("com.atproto.repo.listRecords?limit=100&collection=" + POST + "&repo=" + person.did(), "", null)
                .path("records")
                .valueStream()
                .map(each -> each.path("value").path("text").asString())
                .toList();
    }

    /** What somebody has posted, by its names and without answers, the newest first. */
    public List<String> posts(Person person) throws Exception {
        return call("com.atproto.repo.listRecords?limit=100&collection=" + POST + "&repo=" + person.did(), "", null)
                .path("records")
                .valueStream()
                .filter(each -> !each.path("value").has("reply"))
                .map(each -> each.path("uri").asString())
                .toList();
    }

    /** What somebody has posted and answered, as it stands on their server, the newest first. */
    public List<JsonNode> records(Person person) throws Exception {
        return call("com.atproto.repo.listRecords?limit=100&collection=" + POST + "&repo=" + person.did(), "", null)
                .path("records")
                .valueStream()
                .map(each -> each.path("value"))
                .toList();
    }

    /** Folds answers away under a post of one's own, as the network's app does: these and no others. */
    public void hide(Person by, String post, Collection<String> answers) throws Exception {
        var record = object().put("$type", GATE).put("post", post);
        record.put("createdAt", Instant.now().toString());
        answers.forEach(record.putArray("hiddenReplies")::add);
        var body = named(post).put("collection", GATE);
        body.set("record", record);
        call("com.atproto.repo.putRecord", by.token(), body);
    }

    public String post(Person by, String text) throws Exception {
        return create(by, post(text));
    }

    public String reply(Person by, String root, String parent, String text) throws Exception {
        return create(by, replying(post(text), root, parent));
    }

    /** An answer that says it was written then. */
    public String dated(Person by, String root, String text, Instant at) throws Exception {
        return create(by, replying(post(text), root, root).put("createdAt", at.toString()));
    }

    public String quote(Person by, String quoted, String text) throws Exception {
        var record = post(text);
        record.putObject("embed").put("$type", "app.bsky.embed.record").set("record", reference(quoted));
        return create(by, record);
    }

    public String mention(Person by, Person who, String text) throws Exception {
        return create(by, mentioning(who, text));
    }

    public String mention(Person by, Person who, String text, String root, String parent) throws Exception {
        return create(by, replying(mentioning(who, text), root, parent));
    }

    public void delete(Person by, String uri) throws Exception {
        call("com.atproto.repo.deleteRecord", by.token(), named(uri));
    }

    public void change(Person by, String uri, String text) throws Exception {
        var record = (ObjectNode) record(uri).path("value").deepCopy();
        var body = named(uri);
        body.set("record", record.put("text", text));
        call("com.atproto.repo.putRecord", by.token(), body);
    }

    /** Begins to follow; answers what the network calls that. */
    public String follow(Person by, Person whom) throws Exception {
        return create(
                by,
                FOLLOW,
                object().put("$type", FOLLOW)
                        .put("subject", whom.did())
                        .put("createdAt", Instant.now().toString()));
    }

    /** Says of themselves. */
    public void describe(Person person, String name, String about) throws Exception {
        var body = object().put("repo", person.did()).put("collection", PROFILE).put("rkey", "self");
        body.set(
                "record",
                object().put("$type", PROFILE).put("displayName", name).put("description", about));
        call("com.atproto.repo.putRecord", person.token(), body);
    }

    public boolean blockedBy(Person person, Person by) throws Exception {
        return call("app.bsky.actor.getProfile?actor=" + by.did(), person.token(), null)
                .path("viewer")
                .path("blockedBy")
                .asBoolean(false);
    }

    /** Waits until everything that was written so far is shown. */
    public void settle() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(settling).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The view doesn't show what was written: " + answer.body());
        }
    }

    private static ObjectNode post(String text) {
        return object().put("$type", POST)
                .put("text", text)
                .put("createdAt", Instant.now().toString());
    }

    private static ObjectNode mentioning(Person who, String text) {
        var said = text + " @" + who.handle();
        var record = post(said);
        var facet = record.withArray("facets").addObject();
        facet.putObject("index").put("byteStart", bytes(text) + 1).put("byteEnd", bytes(said));
        facet.putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#mention")
                .put("did", who.did());
        return record;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private ObjectNode replying(ObjectNode record, String root, String parent) throws Exception {
        var reply = record.putObject("reply");
        reply.set("root", reference(root));
        reply.set("parent", reference(parent));
        return record;
    }

    private JsonNode reference(String uri) throws Exception {
        return object().put("uri", uri).put("cid", record(uri).path("cid").asString());
    }

    private JsonNode record(String uri) throws Exception {
        var part = uri.substring("at://".length()).split("/");
        return call(
                "com.atproto.repo.getRecord?repo=" + part[0] + "&collection=" + part[1] + "&rkey=" + part[2], "", null);
    }

    private static ObjectNode named(String uri) {
        var part = uri.substring("at://".length()).split("/");
        return object().put("repo", part[0]).put("collection", part[1]).put("rkey", part[2]);
    }

    private String create(Person by, ObjectNode record) throws Exception {
        return create(by, POST, record);
    }

    private String create(Person by, String collection, ObjectNode record) throws Exception {
        var body = object().put("repo", by.did()).put("collection", collection);
        body.set("record", record);
        return call("com.atproto.repo.createRecord", by.token(), body)
                .path("uri")
                .asString();
    }

    private static ObjectNode object() {
        return Recording.JSON.createObjectNode();
    }

    private JsonNode call(String method, String token, @Nullable ObjectNode body) throws Exception {
        var call = HttpRequest.newBuilder(address.resolve("/xrpc/" + method));
        if (!token.isEmpty()) {
            call.header("authorization", "Bearer " + token);
        }
        if (body != null) {
            call.header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        var answer = client.send(call.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? object() : Recording.JSON.readTree(answer.body());
    }
}
