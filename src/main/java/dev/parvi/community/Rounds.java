package dev.parvi.community;

import dev.parvi.platform.Database;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has each account read when its turn comes. Every node looks once a second; a network that is slow fills its own lane and
 * nobody else's. Stopping lets the readings that run end.
 */
@Component
class Rounds implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** The most accounts of one network that one node reads at once. */
    static final int LANE = 8;

    private static final int AT_ONCE = 64;
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Due due;
    private final Reading reading;
    private final Clock clock;
    private final TransactionTemplate worker;
    private final Database database;
    private final boolean enabled;
    private final Map<String, AtomicInteger> lanes = new ConcurrentHashMap<>();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread looker;

    Rounds(
            Due due,
            Reading reading,
            Clock clock,
            @Qualifier("worker") TransactionTemplate worker,
            Database database,
            DeskSettings settings) {
        this.due = due;
        this.reading = reading;
        this.clock = clock;
        this.worker = worker;
        this.database = database;
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
            looker = Thread.ofVirtual().name("reader").start(this::look);
        }
    }

    @Override
    public void stop() {
        running = false;
        soon();
        try {
            if (looker != null) {
                looker.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        takeOver();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                if (turn(readers) == 0 && calls.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a database of our own whoever read had surely ended when this process began, and nobody waits for a lease to run out. */
    private void takeOver() {
        try {
            if (database.isOwn()) {
                worker.executeWithoutResult(status -> due.abandoned());
            }
        } catch (RuntimeException e) {
            LOG.warn("What a process that ended was reading is read when its lease ends", e);
        }
    }

    /**
     * Hands out whose turn it is.
     *
     * @return how many
     */
    int turn(ExecutorService readers) {
        try {
            var reader = UUID.randomUUID();
            var taken = claim(reader);
            for (var each : taken) {
                lane(each.network()).incrementAndGet();
                readers.execute(() -> read(each, reader));
            }
            return taken.size();
        } catch (RuntimeException e) {
            LOG.warn("Whose turn it is to be read could not be told; it is tried again", e);
            return 0;
        }
    }

    private List<Due.Turn> claim(UUID reader) {
        var full = lanes.entrySet().stream()
                .filter(each -> each.getValue().get() >= LANE)
                .map(Map.Entry::getKey)
                .toList();
        var room = Math.min(
                LANE,
                AT_ONCE - lanes.values().stream().mapToInt(AtomicInteger::get).sum());
        return room <= 0
                ? List.of()
                : Objects.requireNonNull(
                        worker.execute(status -> due.claim(reader, full, room, Reading.LEASE, clock.instant())));
    }

    private void read(Due.Turn turn, UUID reader) {
        try {
            reading.read(turn.brand(), turn.account(), reader);
        } catch (RuntimeException e) {
            LOG.warn("Account {} could not be read; it is tried again when its lease ends", turn.account(), e);
        } finally {
            lane(turn.network()).decrementAndGet();
            soon();
        }
    }

    private AtomicInteger lane(String network) {
        return lanes.computeIfAbsent(network, key -> new AtomicInteger());
    }
}
