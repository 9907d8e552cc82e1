package dev.parvi.support;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Listens.Aim;
import dev.parvi.connector.Listens.Catch;
import dev.parvi.connector.Listens.Post;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is said in public on the test network, as one account sees it: it tells what a test lets people say, and fails when told to. */
public final class TestPosts {

    /** Posts on one page. */
    public static final int PAGE = 10;

    private final List<Post> told = new CopyOnWriteArrayList<>();
    private final Queue<ConnectorFailed> failures = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean whole = true;

    public Post says(String who, String text, Instant at) {
        return says(of("p" + told.size() + "-" + System.nanoTime(), who, text, at));
    }

    public Post says(Post post) {
        told.add(post);
        return post;
    }

    public void fails(ConnectorFailed failure) {
        failures.add(failure);
    }

    public void whole(boolean is) {
        whole = is;
    }

    public List<String> calls() {
        return calls;
    }

    Catch listen(Aim aim, String cursor) throws ConnectorFailed {
        calls.add(aim.kind() + " " + aim.value() + " " + cursor);
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var to = Math.min(told.size(), from + PAGE);
        var hits = told.subList(from, to).stream()
                .filter(each -> each.said()
                        .text()
                        .toLowerCase(Locale.ROOT)
                        .contains(aim.value().toLowerCase(Locale.ROOT)))
                .toList();
        return new Catch(hits, Integer.toString(to), to < told.size(), whole);
    }

    public static Post of(String id, String who, String text, Instant at) {
        return new Post(
                new Heard(
                        id,
                        Kind.FOUND,
                        id,
                        null,
                        new Speaker("id-" + who, who, "@" + who, URI.create("https://test.example/" + who), false),
                        text,
                        null,
                        at,
                        null,
                        Standing.SHOWN,
                        URI.create("https://test.example/said/" + Integer.toHexString(id.hashCode())),
                        List.of("en-GB"),
                        Map.of("cid", "x")),
                null);
    }
}
