package dev.parvi.listening;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Has each source of a network read when its turn comes. Every node looks; stopping lets the readings that run end. */
@Component
class NetworkRounds implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkRounds.class);

    /** The most sources that one node reads at once. */
    static final int AT_ONCE = 16;

    private static final long LOOK_MILLIS = 2_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final NetworkTurns turns;
    private final NetworkReading reading;
    private final Clock clock;
    private final TransactionTemplate worker;
    private final boolean enabled;
    private final AtomicInteger running = new AtomicInteger();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean on;
    private @Nullable Thread looker;

    NetworkRounds(
            NetworkTurns turns,
            NetworkReading reading,
            Clock clock,
            @Qualifier("worker") TransactionTemplate worker,
            DeskSettings settings) {
        this.turns = turns;
        this.reading = reading;
        this.clock = clock;
        this.worker = worker;
        this.enabled = settings.background();
    }

    /** Something may be due sooner than was thought. */
    void soon() {
        calls.release();
    }

    @Override
    public void start() {
        if (enabled) {
            on = true;
            looker = Thread.ofVirtual().name("network-reader").start(this::look);
        }
    }

    @Override
    public void stop() {
        on = false;
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
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (on) {
                if (turn(readers) == 0 && calls.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            taken.forEach(each -> {
                running.incrementAndGet();
                readers.execute(() -> read(each, reader));
            });
            return taken.size();
        } catch (RuntimeException e) {
            LOG.warn("Which source is due could not be told; it is tried again", e);
            return 0;
        }
    }

    private List<NetworkTurns.Turn> claim(UUID reader) {
        var room = AT_ONCE - running.get();
        return room <= 0
                ? List.of()
                : Objects.requireNonNull(
                        worker.execute(status -> turns.claim(reader, room, NetworkReading.LEASE, clock.instant())));
    }

    private void read(NetworkTurns.Turn turn, UUID reader) {
        try {
            reading.read(turn.brand(), turn.source(), reader);
        } catch (RuntimeException e) {
            LOG.warn("Source {} could not be read; it is tried again when its lease ends", turn.source(), e);
        } finally {
            running.decrementAndGet();
            soon();
        }
    }
}
