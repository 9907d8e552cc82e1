package dev.parvi.support;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Gathers.Crowd;
import dev.parvi.connector.Gathers.Follower;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who follows an account on the test network, three on a page. */
public final class TestCrowd {

    private static final int PAGE = 3;

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Queue<ConnectorFailed> failures = new ConcurrentLinkedQueue<>();

    /** Somebody begins to follow, and the network says what they say of themselves. */
    public TestCrowd joins(String id, String name, String about) {
        return joins(id, name, about, null);
    }

    public TestCrowd joins(String id, String name, String about, @Nullable Instant since) {
        followers.add(new Follower(id, name, "@" + id, about, "", URI.create("https://test.example/" + id), since));
        return this;
    }

    public TestCrowd leaves(String... ids) {
        followers.removeIf(each -> List.of(ids).contains(each.id()));
        return this;
    }

    /** The next page that is asked for isn't given. */
    public TestCrowd fails(ConnectorFailed failed) {
        failures.add(failed);
        return this;
    }

    Crowd page(String cursor) throws ConnectorFailed {
        var failed = failures.poll();
        if (failed != null) {
            throw failed;
        }
        var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var all = new ArrayList<>(followers);
        var to = Math.min(all.size(), from + PAGE);
        return new Crowd(
                all.subList(Math.min(from, to), to), to < all.size() ? Integer.toString(to) : "", (long) all.size());
    }
}
