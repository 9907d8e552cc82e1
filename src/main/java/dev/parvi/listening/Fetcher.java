package dev.parvi.listening;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has each source read when its turn comes, on many lanes. What is claimed is leased in the database: nodes share the work, and what
 * dies with one is read by another when the lease ends. Results are stored in batches by threads of their own, so that readers never
 * wait for the disk and the disk never for one of them.
 */
@Component
class Fetcher implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    /** The most sources that one node reads at once. */
    static final int LANES = 128;

    /** The most that what was read may weigh while it waits to be stored, as {@link Fetched#weight} has it: some 64 MB. */
    private static final int HELD = 65_536;

    /** The most that are claimed: most readings bring nothing, and the next one waits for no statement. */
    static final int CLAIMS = 512;

    /** Fewer aren't claimed, save where nothing else is under way. */
    private static final int ENOUGH = 128;

    /** Longer than any reading and storing takes. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** So many readings are stored together, or as many as bring so many items. */
    private static final int BATCH = 256;

    private static final int ITEMS = 5_000;

    /** While the database writes one's, the other's are got ready. */
    private static final int SETTLERS = 2;

    /** So long the first of a batch waits for others. */
    private static final long GATHER_MILLIS = 15;

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
    private final Semaphore held = new Semaphore(HELD);
    private final Semaphore claims = new Semaphore(CLAIMS);
    private final Semaphore calls = new Semaphore(0);
    private final LinkedBlockingQueue<Fetched> done = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private volatile boolean stopping;
    private final List<Thread> threads = new ArrayList<>();

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
            stopping = false;
            running = true;
            threads.add(Thread.ofVirtual().name("feed-looker").start(this::look));
            // storing matches with topics, too: on virtual threads that would keep those waiting that serve pages
            for (var n = 0; n < SETTLERS; n++) {
                threads.add(
                        Thread.ofPlatform().daemon().name("feed-settler-" + n).start(this::settle));
            }
        }
    }

    /** Readings that run end and are stored; what hasn't begun, or isn't stored by then, is read by whoever finds its lease over. */
    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        stopping = true;
        soon();
        try {
            for (var thread : threads) {
                thread.join(STOP_WITHIN);
            }
            threads.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                var room = claims.availablePermits() >= ENOUGH;
                var pause = !room ? LONGEST_SLEEP_MILLIS : turn(readers) == 0 ? pause() : 0;
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
     * Hands out whose turn it is, as far as there is room.
     *
     * @return how many
     */
    int turn(ExecutorService readers) {
        var room = claims.availablePermits();
        if (room == 0) {
            return 0;
        }
        try {
            var due = Objects.requireNonNull(worker.execute(status -> {
                turns.lightly();
                return turns.claim(me, hosts.busy(), Hosts.AT_ONCE, room, LEASE, clock.instant());
            }));
            for (var turn : due) {
                claims.acquireUninterruptibly();
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
        lanes.acquireUninterruptibly();
        if (stopping) {
            lanes.release();
            hosts.end(turn.host());
            claims.release();
            return;
        }
        var fetched = fetch.of(turn);
        hosts.end(turn.host());
        if (fetched instanceof Fetched.Failed failed && failed.reason() == Reason.BUSY) {
            hosts.peace(turn.host(), clock.instant().plus(Pace.SOONEST));
        }
        held.acquireUninterruptibly(Math.min(HELD, fetched.weight()));
        done.add(fetched);
        lanes.release();
    }

    private void settle() {
        while (running || claims.availablePermits() < CLAIMS) {
            settleNext(100);
        }
    }

    /**
     * Stores what is done; waits for the first of it.
     *
     * @return how many
     */
    int settleNext(long millis) {
        try {
            var batch = batch(millis);
            if (!batch.isEmpty()) {
                store(batch);
            }
            return batch.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private List<Fetched> batch(long millis) throws InterruptedException {
        var batch = new ArrayList<Fetched>();
        var items = 0;
        var next = done.poll(millis, TimeUnit.MILLISECONDS);
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (next != null) {
            batch.add(next);
            items += next instanceof Fetched.Read read ? read.feed().items().size() : 0;
            var full = batch.size() == BATCH || items >= ITEMS || claims.availablePermits() + batch.size() == CLAIMS;
            next = full ? null : done.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    private void store(List<Fetched> batch) {
        try {
            settling.settle(me, batch);
        } catch (RuntimeException e) {
            LOG.warn("What {} sources brought could not be stored; they are read again", batch.size(), e);
        } finally {
            held.release(batch.stream()
                    .mapToInt(each -> Math.min(HELD, each.weight()))
                    .sum());
            claims.release(batch.size());
            soon();
        }
    }
}
