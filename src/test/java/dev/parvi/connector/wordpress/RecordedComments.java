package dev.parvi.connector.wordpress;

import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.Recording;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The comments of a recorded blog: refuses what WordPress 6.1 refuses, and shows what it shows. */
final class RecordedComments {

    final Map<Long, ObjectNode> all = new TreeMap<>();
    private final RecordedBlog blog;
    /** Some hosts keep no browser's name. */
    boolean agents = true;

    RecordedComments(RecordedBlog blog) {
        this.blog = blog;
    }

    Recording answer(Request request, long id, Map<String, String> parameters) {
        if (id == 0) {
            return request.method().equals("GET") ? list(parameters) : said(request);
        }
        var comment = all.get(id);
        if (comment == null) {
            return Said.COMMENT_GONE;
        }
        if (request.method().equals("DELETE")) {
            if (comment.path("status").asString().equals("trash")) {
                return Said.COMMENT_TRASHED;
            }
            put(comment, "trash");
        } else if (request.method().equals("POST")) {
            put(comment, Recording.JSON.readTree(request.body()).path("status").asString());
        }
        return Said.json(200, comment.toString());
    }

    /** What isn't in the spam and is taken out of it goes to where it was before, or waits anew. */
    private static void put(ObjectNode comment, String status) {
        var before = comment.path("before").asString("hold");
        comment.put("before", comment.path("status").asString());
        comment.put(
                "status",
                switch (status) {
                    case "approve" -> "approved";
                    case "unspam", "untrash" -> before;
                    default -> status;
                });
    }

    private Recording list(Map<String, String> asked) {
        var found = new ArrayList<>(all.values().stream()
                .filter(each -> is(asked, "post", each) && is(asked, "parent", each) && is(asked, "author", each))
                .toList());
        if (asked.get("order").equals("desc")) {
            Collections.reverse(found);
        }
        var size = Integer.parseInt(asked.get("per_page"));
        var from = asked.containsKey("offset")
                ? Integer.parseInt(asked.get("offset"))
                : (Integer.parseInt(asked.getOrDefault("page", "1")) - 1) * size;
        var page = found.stream().skip(from).limit(size).toList();
        return Said.with(Said.json(200, page.toString()), "x-wp-total", Integer.toString(found.size()));
    }

    private static boolean is(Map<String, String> asked, String field, ObjectNode comment) {
        return !asked.containsKey(field)
                || asked.get(field).equals(Long.toString(comment.path(field).asLong()));
    }

    private Recording said(Request request) {
        var body = Recording.JSON.readTree(request.body());
        var post = blog.posts.get(body.path("post").asLong());
        if (post == null || post.path("status").asString().equals("trash")) {
            return Said.COMMENT_TRASH_POST;
        }
        if (post.path("comment_status").asString().equals("closed")) {
            return Said.COMMENT_CLOSED;
        }
        var words = body.path("content").asString();
        if (words.isEmpty()) {
            return Said.COMMENT_EMPTY;
        }
        if (all.values().stream()
                .anyMatch(each -> same(each, body.path("parent").asLong(), words))) {
            return Said.COMMENT_DUPLICATE;
        }
        var made = made(body.path("post").asLong(), body.path("parent").asLong(), 2, "Maija", words);
        made.put("status", "approved");
        made.put("author_user_agent", agents ? body.path("author_user_agent").asString() : "");
        return Said.json(201, made.toString());
    }

    private static boolean same(ObjectNode comment, long parent, String words) {
        return comment.path("parent").asLong() == parent
                && comment.path("author").asLong() == 2
                && !comment.path("status").asString().equals("trash")
                && comment.path("content").path("raw").asString().equals(words);
    }

    long visitor(long post, long parent, String name, String words) {
        return made(post, parent, 0, name, words).path("id").asLong();
    }

    private ObjectNode made(long post, long parent, long author, String name, String words) {
        var id = blog.next();
        var made = Recording.JSON
                .createObjectNode()
                .put("id", id)
                .put("post", post)
                .put("parent", parent);
        made.put("author", author).put("author_name", name).put("author_email", name + "@example.org");
        made.put("author_url", "").put("type", "comment").put("status", "hold");
        made.put("link", RecordedBlog.HOME + "/?p=" + post + "#comment-" + id);
        made.put(
                "date_gmt",
                LocalDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        made.putObject("content").put("raw", words);
        all.put(id, made);
        return made;
    }
}
