package dev.parvi.support;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Moderates;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.Reads.News;
import dev.parvi.connector.Reads.Talk;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What people say on one account of the test network: it tells what a test lets them say, and fails when told to. */
public final class TestTalks {

    /** Utterances on one page of news. */
    public static final int PAGE = 10;

    private final List<Heard> told = new CopyOnWriteArrayList<>();
    private final List<Heard> apart = new CopyOnWriteArrayList<>();
    private final List<Heard> there = new CopyOnWriteArrayList<>();
    private final Queue<ConnectorFailed> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> whiles = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<Figure, Long> figures = new ConcurrentHashMap<>();
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean whole = true;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile @Nullable Heard head;

    /** Somebody says something under a root; it's in the news and in the talk. */
    public Heard says(String who, String root, @Nullable String parent, String text, Instant at) {
        return says(of("c" + number.incrementAndGet(), Kind.COMMENT, root, parent, who, text, at));
    }

    public Heard says(Heard heard) {
        told.add(heard);
        there.removeIf(each -> each.id().equals(heard.id()));
        there.add(heard);
        return heard;
    }

    /** It stands in no talk any more, and is still there for whoever asks for it by its name. */
    public void standsApart(Heard heard) {
        vanishes(heard);
        apart.add(heard);
    }

    List<Heard> apart(List<String> missing) {
        return apart.stream().filter(each -> missing.contains(each.id())).toList();
    }

    /** It vanishes from the talk without a word. */
    public void vanishes(Heard heard) {
        there.removeIf(each -> each.id().equals(heard.id()));
    }

    public void shows(Heard heard) {
        there.add(heard);
    }

    public void head(@Nullable Heard shown) {
        head = shown;
    }

    public void counts(Figure figure, long value) {
        figures.put(figure, value);
    }

    /** Talks come in part from now on, or whole again. */
    public void whole(boolean is) {
        whole = is;
    }

    public void fails(String code, boolean reauth) {
        failures.add(new ConnectorFailed(new Fault(code, "as the test says"), reauth));
    }

    /** The next act upon what was said breaks the connector itself. */
    public void breaks() {
        takes(() -> {
            throw new IllegalStateException("as the test says");
        });
    }

    /** Happens while the next act upon what was said is under way. */
    public void takes(Runnable meanwhile) {
        whiles.add(meanwhile);
    }

    /** One talk fails from now on, the others don't. */
    public void failsUnder(String root, String code) {
        broken.put(root, code);
    }

    /** Calls wait until the gate opens. */
    public CountDownLatch shut() {
        gate = new CountDownLatch(1);
        return gate;
    }

    public List<String> calls() {
        return calls;
    }

    News news(String cursor) throws ConnectorFailed {
        calls.add("news " + cursor);
        fail();
        var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var to = Math.min(told.size(), from + PAGE);
        return new News(List.copyOf(told.subList(from, to)), Integer.toString(to), to < told.size());
    }

    Talk talk(String root) throws ConnectorFailed {
        calls.add("talk " + root);
        fail();
        if (broken.containsKey(root)) {
            throw new ConnectorFailed(new Fault(broken.get(root), ""), false);
        }
        var under = new ArrayList<>(there);
        under.removeIf(each -> !each.root().equals(root) || each.id().equals(root));
        return new Talk(head, under, whole, Map.copyOf(figures));
    }

    void moderate(Moderates.Act act, String id) throws ConnectorFailed {
        fail();
        calls.add(act + " " + id);
        var meanwhile = whiles.poll();
        if (meanwhile != null) {
            meanwhile.run();
        }
    }

    private void fail() throws ConnectorFailed {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    public static Heard of(
            String id, Kind kind, String root, @Nullable String parent, String who, String text, Instant at) {
        return new Heard(
                id,
                kind,
                root,
                parent,
                who.equals("us")
                        ? new Speaker("us", "We", "@us", null, true)
                        : new Speaker(
                                "id-" + who,
                                who,
                                "@" + who.replace(' ', '-'),
                                URI.create("https://test.example/" + who.replace(' ', '-')),
                                false),
                text,
                null,
                at,
                null,
                Standing.SHOWN,
                URI.create("https://test.example/said/" + Integer.toHexString(id.hashCode())),
                List.of("en"),
                Map.of("cid", "x"));
    }

    /** The same utterance with other words, or in another standing. */
    public static Heard changed(Heard heard, String text, Standing standing, @Nullable Instant editedAt) {
        return new Heard(
                heard.id(),
                heard.kind(),
                heard.root(),
                heard.parent(),
                heard.speaker(),
                text,
                heard.stars(),
                heard.at(),
                editedAt,
                standing,
                heard.address(),
                heard.languages(),
                heard.marks());
    }
}
