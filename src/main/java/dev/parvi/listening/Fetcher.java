package dev.parvi.listening;

import dev.parvi.platform.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has each source read when its turn comes, on many lanes. What is claimed is leased in the database: nodes share the work, and what
 * dies with one is read by another when the lease ends. Results are stored in batches by one thread, so that readers never wait for
 * the disk and the disk never for one of them.
 */
@Component
class Fetcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    /** The most sources that one node reads at once. */
    static final int LANES = 128;

    /** Longer than any reading and storing takes. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final int BATCH = 64;
    private static final long LONGEST_SLEEP_MILLIS = 2_000;
    private static final long SHORTEST_SLEEP_MILLIS = 20;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);

    private final Turns turns;
    private final Hosts hosts;
    private final Fetch fetch;
    private final Settling settling;
    private final TransactionTemplate worker;
    private final Clock clock;
    private final boolean enabled;
    private final UUID me = UUID.randomUUID();
    private final Semaphore lanes = new Semaphore(LANES);
    private final Semaphore calls = new Semaphore(0);
    private final LinkedBlockingQueue<Fetched> done = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private @Nullable Thread looker;
    private @Nullable Thread settler;

    Fetcher(
            Turns turns,
            Hosts hosts,
            Fetch fetch,
            Settling settling,
            @Qualifier("worker") TransactionTemplate worker,
            Clock clock,
            DeskSettings settings) {
        this.turns = turns;
        this.hosts = hosts;
        this.fetch = fetch;
        this.settling = settling;
        this.worker = worker;
        this.clock = clock;
        this.enabled = settings.background();
    }

    /** Something may be due sooner than was thought. */
    void soon() {
        calls.release();
    }

    @Override
    public void start() {
        if (enabled) {
            running = true;
            looker = Thread.ofVirtual().name("feed-looker").start(this::look);
            settler = Thread.ofVirtual().name("feed-settler").start(this::settle);
        }
    }

    /** Readings that run end and are stored; what isn't by then is read again. */
    @Override
    public void stop() {
        running = false;
        soon();
        try {
            for (var thread : new @Nullable Thread[] {looker, settler}) {
                if (thread != null) {
                    thread.join(STOP_WITHIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                var pause = turn(readers) == 0 ? pause() : 0;
                if (pause > 0 && calls.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the next one is due, or a host has been left in peace for long enough. */
    private long pause() {
        try {
            var next = Objects.requireNonNull(worker.execute(status -> turns.next()));
            return next.map(at -> Duration.between(clock.instant(), at).toMillis())
                    .map(millis -> Math.clamp(millis, SHORTEST_SLEEP_MILLIS * 10, LONGEST_SLEEP_MILLIS))
                    .orElse(LONGEST_SLEEP_MILLIS);
        } catch (RuntimeException e) {
            return LONGEST_SLEEP_MILLIS;
        }
    }

    /**
     * Hands out whose turn it is, as far as there are lanes.
     *
     * @return how many
     */
    int turn(ExecutorService readers) {
        var room = lanes.availablePermits();
        if (room == 0) {
            return 0;
        }
        try {
            var due = Objects.requireNonNull(worker.execute(
                    status -> turns.claim(me, hosts.busy(), Hosts.AT_ONCE, room, LEASE, clock.instant())));
            for (var turn : due) {
                lanes.acquireUninterruptibly();
                hosts.begin(turn.host());
                readers.execute(() -> read(turn));
            }
            return due.size();
        } catch (RuntimeException e) {
            LOG.warn("Whose turn it is to be read could not be told; it is tried again", e);
            return 0;
        }
    }

    private void read(Turn turn) {
        var fetched = fetch.of(turn);
        hosts.end(turn.host());
        if (fetched instanceof Fetched.Failed failed && failed.reason() == Reason.BUSY) {
            hosts.peace(turn.host(), clock.instant().plus(Pace.SOONEST));
        }
        done.add(fetched);
    }

    private void settle() {
        while (running || lanes.availablePermits() < LANES) {
            settleNext(100);
        }
    }

    /**
     * Stores what is done; waits for the first of it.
     *
     * @return how many
     */
    int settleNext(long millis) {
        var batch = new ArrayList<Fetched>();
        try {
            var first = done.poll(millis, TimeUnit.MILLISECONDS);
            if (first == null) {
                return 0;
            }
            batch.add(first);
            done.drainTo(batch, BATCH - 1);
            store(batch);
            return batch.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void store(List<Fetched> batch) {
        try {
            settling.settle(me, batch);
        } catch (RuntimeException e) {
            LOG.warn("What {} sources brought could not be stored; they are read again", batch.size(), e);
        } finally {
            lanes.release(batch.size());
            soon();
        }
    }
}
