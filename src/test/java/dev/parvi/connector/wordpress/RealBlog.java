package dev.parvi.connector.wordpress;

import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real blog on loopback (bin/networks/wordpress/start), whose JSON line is in PARVI_WORDPRESS; with an editor of its own. */
public final class RealBlog implements Blog, RecordedNetwork.Playing {

    public final URI site;
    private final String admin;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long editor;
    private final String user = "editor" + UUID.randomUUID().toString().substring(0, 8);
    private final String password;

    public RealBlog() throws Exception {
        var given = System.getenv("PARVI_WORDPRESS");
        if (given == null) {
            throw new IllegalStateException("PARVI_WORDPRESS must be what bin/networks/wordpress/start printed");
        }
        var started = Recording.JSON.readTree(given);
        site = URI.create(started.path("site").asString());
        admin = started.path("users").path("admin").path("password").asString();
        editor = member("editor", user);
        password = appPassword(editor);
    }

    @Override
    public Recording answer(RecordedNetwork.Request request) throws IOException {
        return RecordedNetwork.handingOnTo(site).answer(request);
    }

    /** A member of the blog with a role. */
    public long member(String role, String name) throws Exception {
        var body = object().put("username", name)
                .put("email", name + "@example.org")
                .put("password", "main-" + name);
        body.putArray("roles").add(role);
        return call("POST", "users", body).path("id").asLong();
    }

    String appPassword(long member) throws Exception {
        return call("POST", "users/" + member + "/application-passwords", object().put("name", "parvi"))
                .path("password")
                .asString();
    }

    @Override
    public URI root() {
        return site.resolve("/wp-json/");
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void revoke() throws Exception {
        call("DELETE", "users/" + editor + "/application-passwords", object());
    }

    @Override
    public long visitor(long post, long parent, String name, String words) throws Exception {
        var body = object().put("post", post).put("parent", parent).put("content", words);
        body.put("author_name", name)
                .put("author_email", Integer.toHexString(name.hashCode()) + "@example.org")
                .put("status", "hold");
        return call("POST", "comments", body).path("id").asLong();
    }

    @Override
    public void status(long comment, String status) throws Exception {
        call("POST", "comments/" + comment, object().put("status", status));
    }

    @Override
    public void rewrite(long comment, String words) throws Exception {
        call("POST", "comments/" + comment, object().put("content", words));
    }

    @Override
    public void erase(long comment) throws Exception {
        call("DELETE", "comments/" + comment + "?force=true", object());
    }

    @Override
    public JsonNode comment(long id) throws Exception {
        return call("GET", "comments/" + id + "?context=edit", object());
    }

    @Override
    public JsonNode post(long id) throws Exception {
        return call("GET", "posts/" + id + "?context=edit", object());
    }

    JsonNode media(long id) throws Exception {
        return call("GET", "media/" + id + "?context=edit", object());
    }

    JsonNode get(String path) throws Exception {
        return call("GET", path, object());
    }

    @Override
    public void close(long post) throws Exception {
        call("POST", "posts/" + post, object().put("comment_status", "closed"));
    }

    @Override
    public List<JsonNode> shown() throws Exception {
        return call("GET", "posts?context=edit&per_page=100&orderby=id&order=desc", object())
                .valueStream()
                .toList();
    }

    /** The page as readers get it. */
    String page(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What a visitor writes where comments need no approval. */
    public long shown(long post, long parent, String name, String words) throws Exception {
        var id = visitor(post, parent, name, words);
        status(id, "approved");
        return id;
    }

    /** What the connected editor answers past the desk. */
    public long ours(long post, long parent, String words) throws Exception {
        var body = object().put("post", post).put("parent", parent).put("content", words);
        return call("POST", "comments", body.put("author", editor)).path("id").asLong();
    }

    private static ObjectNode object() {
        return Recording.JSON.createObjectNode();
    }

    private JsonNode call(String method, String path, ObjectNode body) throws Exception {
        var given = Base64.getEncoder().encodeToString(("admin:" + admin).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(root().resolve("wp/v2/" + path))
                .header("authorization", "Basic " + given)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : body.toString()));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        return Recording.JSON.readTree(answer.body());
    }
}
