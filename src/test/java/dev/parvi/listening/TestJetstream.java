package dev.parvi.listening;

import dev.parvi.support.SpeakingServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks Jetstream's published protocol, from a history that is made once: posts, edits, deletions and what concerns
 * nobody. It plays from the cursor that it's asked for, as the real one does, but mixes what stands close together, and cuts the
 * connection again and again.
 */
final class TestJetstream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");
    private static final long BEGIN = 1_725_911_162_000_000L;

    /** 20 ms between two events. */
    private static final long STEP = 20_000;

    private static final int MIXED = 10;
    private static final int WAITING = 200;

    private final List<String> history = new ArrayList<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final SpeakingServer server;
    private final Random random = new Random(20261123);
    private final int cutAfter;

    /** @param cutAfter about so many events come before a connection is cut */
    TestJetstream(int events, int cutAfter) throws InterruptedException {
        this.cutAfter = cutAfter;
        for (var i = 0; i < events; i++) {
            history.add(event(i));
        }
        server = new SpeakingServer(this::play);
    }

    String address() {
        return server.address("/subscribe").toString();
    }

    /** What stands on the network in the end, as far as it's about coffee; without what was deleted. */
    List<String> expected() {
        return expected.values().stream()
                .filter(each -> !each.isEmpty())
                .sorted()
                .toList();
    }

    /** How many were written and deleted again. */
    int deleted() {
        return (int) expected.values().stream().filter(String::isEmpty).count();
    }

    int cuts() {
        return cuts.get();
    }

    /** Waits until so many events have gone out from now on, repeated ones too. */
    void awaitSent(int events) throws InterruptedException {
        arrived.drainPermits();
        arrived.acquire(events);
    }

    private String event(int i) {
        if (i % 3 == 0) {
            expected.put(key(i), "kahvi " + i);
            return commit(i, "create", key(i), "kahvi " + i);
        }
        var before = (i - 30) / 3 * 3;
        if (i % 10 == 5
                && before >= 0
                && !expected.getOrDefault(key(before), "").isEmpty()) {
            expected.put(key(before), "kahvi " + before + " toisin");
            return commit(i, "update", key(before), "kahvi " + before + " toisin");
        }
        if (i % 25 == 7 && before >= 0) {
            expected.put(key(before), "");
            return commit(i, "delete", key(before), null);
        }
        return switch (i % 4) {
            case 0 ->
                "{\"did\":\"did:plc:b\",\"time_us\":" + time(i)
                        + ",\"kind\":\"identity\",\"identity\":{\"did\":\"did:plc:b\",\"handle\":\"b.test\"}}";
            case 1 -> "{\"kind\":\"something-new\",\"time_us\":" + time(i) + "}";
            case 2 -> "this is no JSON";
            default -> commit(i, "create", "other" + i, "muuta puhetta " + i);
        };
    }

    private static String key(int i) {
        return String.format("3k%08d", i);
    }

    private static long time(int i) {
        return BEGIN + i * STEP;
    }

    private static String commit(int i, String operation, String key, String text) {
        var event = JSON.createObjectNode()
                .put("did", "did:plc:a")
                .put("time_us", time(i))
                .put("kind", "commit");
        var commit = event.putObject("commit")
                .put("rev", String.format("3rev%09d", i))
                .put("operation", operation)
                .put("collection", "app.bsky.feed.post")
                .put("rkey", key);
        if (text != null) {
            commit.put("cid", "bafy" + i)
                    .putObject("record")
                    .put("$type", "app.bsky.feed.post")
                    .put("text", text)
                    .put("createdAt", "2024-09-09T19:46:02.102Z");
        }
        return event.toString();
    }

    private void play(WebSocket to, String asked) {
        var cursor = CURSOR.matcher(asked);
        var from = cursor.find() ? Long.parseLong(cursor.group(1)) : 0;
        var first = (int) Math.clamp((from - BEGIN + STEP - 1) / STEP, 0, history.size());
        try {
            var end = Math.min(history.size(), first + cutAfter + next(cutAfter));
            for (var at = first; at < end; at += MIXED) {
                var part = new ArrayList<>(history.subList(at, Math.min(end, at + MIXED)));
                mix(part);
                for (var event : part) {
                    to.send(event);
                    arrived.release();
                    sent.incrementAndGet();
                }
                waitFor(to);
            }
            if (end < history.size()) {
                cuts.incrementAndGet();
                to.close();
            }
        } catch (WebsocketNotConnectedException e) {
            // the desk was killed
        }
    }

    /** So that a kill hits one who is in the middle of it. */
    private static void waitFor(WebSocket to) {
        for (var look = 0; look < WAITING && to.hasBufferedData(); look++) {
            Thread.onSpinWait();
        }
    }

    private synchronized void mix(List<String> part) {
        Collections.shuffle(part, random);
    }

    private synchronized int next(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public void close() {
        server.close();
    }
}
