package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads;
import dev.parvi.connector.Reads.News;
import dev.parvi.connector.Reads.Talk;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.wordpress.Rest.Said;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads comments in every state: what is new on the blog, and all that stands below one post. */
@Component
final class Listening {

    /** The most that a page brings, and by how many two steps down overlap. */
    static final int PAGE = 100;

    static final int OVERLAP = 10;
    private static final int PAGES_MOST = 60;
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Rest rest;

    Listening(Rest rest) {
        this.rest = rest;
    }

    News news(Access access, String cursor) throws ConnectorFailed {
        var session = new Session(access, rest, MOST);
        var at = Cursor.read(cursor);
        try {
            var said = comments(session, Map.of("order", "desc", "offset", Long.toString(at.offset())));
            var newest = numbers(said).max().orElse(0);
            var oldest = numbers(said).min().orElse(Long.MAX_VALUE);
            var arrived = at.offset() + PAGE >= said.total() || oldest <= at.high();
            var next = arrived ? at.arrived(newest) : at.down(newest, PAGE - OVERLAP);
            return new News(heard(session, said), next.written(), !arrived);
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static LongStream numbers(Said said) {
        return said.body().valueStream().mapToLong(each -> each.path("id").asLong(0));
    }

    Talk talk(Access access, String root) throws ConnectorFailed {
        var post = Names.post(root);
        if (post.isEmpty()) {
            throw new ConnectorFailed(new Fault("wordpress.not-ours", root), false);
        }
        var session = new Session(access, rest, MOST);
        try {
            return talk(session, post.getAsLong());
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static Talk talk(Session session, long post) throws Unfulfilled {
        var head = head(session, post);
        var heard = new LinkedHashMap<String, Heard>();
        var total = 0L;
        var pages = 1L;
        for (var page = 1; page <= Math.min(pages, PAGES_MOST); page++) {
            var said = comments(
                    session, Map.of("order", "asc", "post", Long.toString(post), "page", Integer.toString(page)));
            heard(session, said).forEach(each -> heard.put(each.id(), each));
            total = said.total();
            pages = (total + PAGE - 1) / PAGE;
        }
        var whole = heard.size() == total;
        return new Talk(head, List.copyOf(heard.values()), whole, figures(heard, whole));
    }

    private static Map<Reads.Figure, Long> figures(Map<String, Heard> heard, boolean whole) {
        if (!whole) {
            return Map.of();
        }
        var shown = heard.values().stream()
                .filter(each -> each.standing() == Standing.SHOWN)
                .count();
        return Map.of(Reads.Figure.REPLIES, shown);
    }

    private static @Nullable Heard head(Session session, long post) throws Unfulfilled {
        var found = one(session, "wp/v2/posts/" + post);
        if (found.isEmpty()) {
            found = one(session, "wp/v2/pages/" + post);
        }
        return found.filter(said -> !said.path("status").asString("").equals("trash"))
                .map(said ->
                        new Hearing(session.login()).head(said, session.login().place()))
                .orElse(null);
    }

    private static Optional<JsonNode> one(Session session, String path) throws Unfulfilled {
        try {
            var asked = Map.of("context", "edit", "_fields", "id,status,title,content,link,date_gmt");
            return Optional.of(session.get(path, asked).body());
        } catch (Unfulfilled e) {
            if (e.error().equals("rest_post_invalid_id")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Said comments(Session session, Map<String, String> more) throws Unfulfilled {
        var asked = new LinkedHashMap<>(Map.of(
                "context", "edit",
                "status", "any",
                "type", "all",
                "orderby", "id",
                "per_page", Integer.toString(PAGE),
                "_fields", Hearing.FIELDS));
        asked.putAll(more);
        var said = session.get("wp/v2/comments", asked);
        if (!said.body().isArray() || said.total() < 0) {
            throw Unfulfilled.garbage("comments without a number of them");
        }
        return said;
    }

    private static List<Heard> heard(Session session, Said said) {
        var hearing = new Hearing(session.login());
        return said.body()
                .valueStream()
                .flatMap(each -> hearing.comment(each).stream())
                .toList();
    }
}
