package dev.parvi.support;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One account on the test network. Without a script all that is sent is published and can be found. */
public final class TestPlace {

    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final Queue<Function<Parcel, PublishOutcome>> next = new ConcurrentLinkedQueue<>();
    private final Queue<Function<Parcel, Finding>> findings = new ConcurrentLinkedQueue<>();
    private final List<Parcel> calls = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<Parcel> there = new CopyOnWriteArrayList<>();
    private final List<Sent> deleted = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int signIns;

    private final TestTalks talks = new TestTalks();
    private final TestPosts posts = new TestPosts();
    private final TestCrowd crowd = new TestCrowd();

    TestPlace(String name) {
        this.name = name;
    }

    /** What people say there. */
    public TestTalks talks() {
        return talks;
    }

    /** Who follows there. */
    public TestCrowd crowd() {
        return crowd;
    }

    /** What is said there in public. */
    public TestPosts posts() {
        return posts;
    }

    // ——— the script

    /** The next calls are answered so, in order; only {@link PublishOutcome.Published} leaves something there. */
    public TestPlace answers(PublishOutcome... outcomes) {
        for (var outcome : outcomes) {
            next.add(parcel -> {
                if (outcome instanceof PublishOutcome.Published) {
                    there.add(parcel);
                }
                return outcome;
            });
        }
        return this;
    }

    /** The next call is taken, but its answer is lost on the way back: Unknown. */
    public TestPlace takesAndIsCut() {
        next.add(parcel -> {
            there.add(parcel);
            return new PublishOutcome.Unknown(new Fault("cut", "The connection ended before the answer"));
        });
        return this;
    }

    /** The next call is lost on the way there, which nobody can tell from an answer that was lost: Unknown. */
    public TestPlace isCutBefore() {
        return answers(new PublishOutcome.Unknown(new Fault("cut", "The connection ended before the answer")));
    }

    /** The next call is taken, and then the thread that made it dies, as a process would. */
    public TestPlace takesAndThrows(RuntimeException thrown) {
        next.add(parcel -> {
            there.add(parcel);
            throw thrown;
        });
        return this;
    }

    /** The next call does what the test says, holding the parcel; {@link #take} puts it there. */
    public TestPlace does(Function<Parcel, PublishOutcome> work) {
        next.add(work);
        return this;
    }

    /** The next times it's read back, it answers so instead of by what is there. */
    public TestPlace finds(Finding... answers) {
        for (var answer : answers) {
            findings.add(parcel -> answer);
        }
        return this;
    }

    /** Calls from now on have arrived but get no further until {@link #release}; see {@link #awaitCall}. */
    public TestPlace block() {
        gate = new CountDownLatch(1);
        return this;
    }

    public void release() {
        gate.countDown();
    }

    /** Waits until one more call has arrived; fails after 20 s. */
    public void awaitCall() {
        try {
            if (!arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("No call came to " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    // ——— what to look at

    /** Every publish call that came, answered or not, in order. */
    public List<Parcel> calls() {
        return List.copyOf(calls);
    }

    /** The token each call carried: {@code token-1} after the first sign-in, {@code token-2} after the second. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** What stands there to be read, doubled where it was taken twice. */
    public List<Parcel> published() {
        return List.copyOf(there);
    }

    /** The same by key: a test that asks for nothing doubled compares its size. */
    public Map<String, List<Parcel>> byKey() {
        return there.stream().collect(java.util.stream.Collectors.groupingBy(Parcel::key));
    }

    public List<String> texts() {
        return there.stream().map(parcel -> parcel.message().text()).toList();
    }

    public List<Sent> deleted() {
        return List.copyOf(deleted);
    }

    /** What this network calls a parcel once it's there. */
    public Sent sent(Parcel parcel) {
        var id = name + "/" + parcel.key();
        return new Sent(id, URI.create("https://test.example/" + id), Map.of("key", parcel.key()));
    }

    /** Puts a parcel there, for {@link #does}. */
    public PublishOutcome take(Parcel parcel) {
        there.add(parcel);
        return new PublishOutcome.Published(sent(parcel));
    }

    // ——— the network's side

    PublishOutcome publish(Parcel parcel, String token, boolean dedupes) {
        calls.add(parcel);
        tokens.add(token);
        arrived.release();
        hold();
        if (dedupes && has(parcel)) {
            return new PublishOutcome.Published(sent(parcel));
        }
        var scripted = next.poll();
        return scripted == null ? take(parcel) : scripted.apply(parcel);
    }

    Finding find(Parcel parcel) {
        var scripted = findings.poll();
        if (scripted != null) {
            return scripted.apply(parcel);
        }
        return has(parcel) ? new Finding.Found(sent(parcel)) : new Finding.Absent();
    }

    void delete(Sent sent) {
        deleted.add(sent);
        there.removeIf(parcel -> sent(parcel).id().equals(sent.id()));
    }

    synchronized void signedIn() {
        signIns++;
    }

    synchronized String token() {
        return "token-" + signIns;
    }

    private boolean has(Parcel parcel) {
        return new ArrayList<>(there).stream().anyMatch(each -> each.key().equals(parcel.key()));
    }

    private void hold() {
        try {
            if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The test forgot to release " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
