package dev.parvi.connector.wordpress;

import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays what WordPress 6.1 answered and keeps posts, media and terms the way it does; comments see {@link RecordedComments}. */
final class RecordedBlog implements Playing, Blog {

    static final String HOME = "https://blog.example.org";
    static final String MAY_ALL = "\"publish_posts\":true,\"upload_files\":true,\"moderate_comments\":true";

    final Map<Long, ObjectNode> posts = new TreeMap<>();
    final Map<Long, ObjectNode> media = new TreeMap<>();
    final Map<String, Long> terms = new HashMap<>();
    final RecordedComments comments = new RecordedComments(this);
    volatile String password = "aaaa bbbb cccc dddd eeee ffff";
    volatile String rights = MAY_ALL;
    volatile boolean mayMakeTerms = true;
    URI root = URI.create(HOME + "/wp-json/");
    private long last = 10;

    @Override
    public synchronized Recording answer(Request request) {
        var parameters = parameters(request.path());
        var route = parameters.getOrDefault(
                "rest_route", request.path().replaceFirst("^/wp-json", "").replaceFirst("\\?.*", ""));
        if (route.equals("/")
                && !request.path().contains("rest_route")
                && !request.path().startsWith("/wp-json")) {
            return new Recording(
                    200,
                    Map.of("content-type", "text/html", "link", "<" + root + ">; rel=\"https://api.w.org/\""),
                    "<title>Blogi</title>".getBytes(StandardCharsets.UTF_8));
        }
        return said(request, route.replaceFirst("^/(wp/v2/)?", ""), parameters);
    }

    private Recording said(Request request, String route, Map<String, String> parameters) {
        if (route.isEmpty()) {
            return Said.json(200, """
                    {"name":"Paahtimon blogi &amp; kahvila","home":"%s","url":"%s","namespaces":["oembed/1.0","wp/v2"],
                    "authentication":{"application-passwords":{"endpoints":{}}}}""".formatted(HOME, HOME));
        }
        if (!known(request)) {
            return stranger(request, route);
        }
        var words = route.split("/");
        var id = words.length > 1 && words[1].matches("\\d+") ? Long.parseLong(words[1]) : 0;
        return switch (words[0]) {
            case "users" -> Said.json(200, "{\"id\":2,\"name\":\"Maija\",\"capabilities\":{" + rights + "}}");
            case "posts" -> id == 0 ? posts(request, parameters) : post(request, id);
            case "pages" -> Said.POST_GONE;
            case "media" -> media(request, parameters);
            case "categories", "tags" -> term(request, words[0], parameters);
            case "comments" -> comments.answer(request, id, parameters);
            default -> Said.NO_ROUTE;
        };
    }

    private boolean known(Request request) {
        var expected = Base64.getEncoder().encodeToString(("maija:" + password).getBytes(StandardCharsets.UTF_8));
        return !password.isEmpty() && request.header("authorization").equals("Basic " + expected);
    }

    private static Recording stranger(Request request, String route) {
        if (route.startsWith("users")) {
            return Said.NOT_LOGGED_IN;
        }
        if (route.startsWith("comments")) {
            return Said.FORBIDDEN_CONTEXT;
        }
        return request.method().equals("GET") ? Said.FORBIDDEN_STATUS : Said.CANNOT_CREATE;
    }

    private Recording posts(Request request, Map<String, String> parameters) {
        if (request.method().equals("GET")) {
            var found = posts.values().stream()
                    .filter(post -> List.of(parameters.get("slug").split(","))
                            .contains(post.path("slug").asString()))
                    .toList();
            return Said.with(Said.json(200, found.toString()), "x-wp-total", Integer.toString(found.size()));
        }
        var body = (ObjectNode) Recording.JSON.readTree(request.body());
        if (body.path("title").asString().isEmpty()
                && body.path("content").asString().isEmpty()
                && body.path("excerpt").asString().isEmpty()) {
            return Said.EMPTY_CONTENT;
        }
        var post = Recording.JSON.createObjectNode().put("id", ++last).put("comment_status", "open");
        post.put("date_gmt", "2026-11-23T01:38:52");
        posts.put(last, post);
        post.put("slug", unique(body.path("slug").asString(), last));
        body.remove("slug");
        return Said.json(201, kept(post, body).toString());
    }

    private String unique(String wanted, long self) {
        var slug = wanted;
        for (var n = 2; taken(slug, self); n++) {
            slug = wanted + "-" + n;
        }
        return slug;
    }

    private boolean taken(String slug, long self) {
        return posts.values().stream()
                .filter(post -> post.path("id").asLong() != self)
                .anyMatch(post -> post.path("slug").asString("").equals(slug));
    }

    private ObjectNode kept(ObjectNode post, ObjectNode body) {
        body.properties().forEach(each -> {
            if (List.of("title", "content", "excerpt").contains(each.getKey())) {
                post.putObject(each.getKey()).put("raw", each.getValue().asString());
            } else {
                post.set(each.getKey(), each.getValue());
            }
        });
        var shown = post.path("status").asString().equals("publish");
        if (shown) {
            post.put(
                    "slug", unique(post.path("slug").asString(), post.path("id").asLong()));
        }
        return post.put(
                "link",
                HOME
                        + (shown
                                ? "/" + post.path("slug").asString() + "/"
                                : "/?p=" + post.path("id").asLong()));
    }

    private Recording post(Request request, long id) {
        var post = posts.get(id);
        if (post == null) {
            return Said.POST_GONE;
        }
        if (request.method().equals("DELETE")) {
            if (post.path("status").asString().equals("trash")) {
                return Said.POST_TRASHED;
            }
            post.put("status", "trash").put("slug", post.path("slug").asString() + "__trashed");
        } else if (request.method().equals("POST")) {
            kept(post, (ObjectNode) Recording.JSON.readTree(request.body()));
        }
        return Said.json(200, post.toString());
    }

    private Recording media(Request request, Map<String, String> parameters) {
        if (request.method().equals("GET")) {
            var found = media.values().stream()
                    .filter(each -> each.path("slug").asString().equals(parameters.get("slug")))
                    .toList();
            return Said.json(200, found.toString());
        }
        var name = request.header("content-disposition").replaceAll("^.*filename=\"|\"$", "");
        if (!request.header("content-type").startsWith("image/")) {
            return Said.NO_SUCH_FILE_TYPE;
        }
        var kept = Recording.JSON.createObjectNode().put("id", ++last).put("slug", parameters.get("slug"));
        kept.put("alt_text", parameters.get("alt_text")).put("source_url", HOME + "/wp-content/uploads/" + name);
        media.put(last, kept);
        return Said.json(201, kept.toString());
    }

    /** Names are kept as HTML, and searched as they are kept. */
    private Recording term(Request request, String taxonomy, Map<String, String> parameters) {
        var name = request.method().equals("GET")
                ? parameters.get("search")
                : Recording.JSON
                        .readTree(request.body())
                        .path("name")
                        .asString()
                        .replace("&", "&amp;");
        var key = terms.keySet().stream()
                .filter(each -> each.equalsIgnoreCase(taxonomy + " " + name))
                .findFirst();
        if (request.method().equals("GET")) {
            var found = key.map(each ->
                    "[{\"id\":" + terms.get(each) + ",\"name\":\"" + each.substring(taxonomy.length() + 1) + "\"}]");
            return Said.json(200, found.orElse("[]"));
        }
        if (!mayMakeTerms) {
            return Said.MAY_NOT_MAKE_TERMS;
        }
        terms.put(taxonomy + " " + name, ++last);
        return Said.json(201, "{\"id\":" + last + "}");
    }

    static Map<String, String> parameters(String path) {
        var all = new HashMap<String, String>();
        for (var each : path.replaceFirst("^[^?]*\\??", "").split("&")) {
            var at = each.indexOf('=');
            if (at > 0) {
                all.put(each.substring(0, at), URLDecoder.decode(each.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    synchronized long next() {
        return ++last;
    }

    /** One of a caller that met others on the way and is gone: as they stand, its slug may be that of others too. */
    synchronized long met(String slug, String status) {
        posts.put(
                ++last,
                Recording.JSON
                        .createObjectNode()
                        .put("id", last)
                        .put("slug", slug)
                        .put("status", status)
                        .put("link", HOME + "/" + slug + "/"));
        return last;
    }

    /** One that readers see. */
    synchronized long made(String words) {
        var post = Recording.JSON.createObjectNode().put("id", ++last).put("comment_status", "open");
        post.put("date_gmt", "2026-11-23T01:38:52").put("slug", "oma-" + last);
        posts.put(last, post);
        kept(post, Recording.JSON.createObjectNode().put("status", "publish").put("content", words));
        return last;
    }

    @Override
    public URI root() {
        return root;
    }

    @Override
    public String user() {
        return "maija";
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void revoke() {
        password = "";
    }

    @Override
    public synchronized long visitor(long post, long parent, String name, String words) {
        return comments.visitor(post, parent, name, words);
    }

    @Override
    public void status(long comment, String status) {
        comments.all.get(comment).put("status", status);
    }

    @Override
    public void rewrite(long comment, String words) {
        comments.all.get(comment).putObject("content").put("raw", words);
    }

    @Override
    public synchronized void erase(long comment) {
        comments.all.remove(comment);
    }

    @Override
    public JsonNode comment(long id) {
        return comments.all.get(id);
    }

    @Override
    public JsonNode post(long id) {
        return posts.get(id);
    }

    @Override
    public void close(long post) {
        posts.get(post).put("comment_status", "closed");
    }

    @Override
    public synchronized List<JsonNode> shown() {
        return new ArrayList<JsonNode>(posts.values().stream()
                .filter(post -> post.path("status").asString().equals("publish"))
                .toList());
    }
}
