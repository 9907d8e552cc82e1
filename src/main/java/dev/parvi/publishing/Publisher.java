package dev.parvi.publishing;

import dev.parvi.connector.Access;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
import dev.parvi.publishing.Courier.Record;
import dev.parvi.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Runs the ledger: one thread claims, one opens the accounts, those of each network's lane call at the instant, one thread
 * records what came of it in batches. Stopping lets the calls that run end and writes them down.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Publisher implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** The most deliveries in hand: those that sleep to their instant and those that call. */
    static final int IN_HAND = 12_000;

    private static final int BATCH = 2_500;
    /** Of many, the first few are called while the rest are claimed. */
    private static final int FIRST_BATCH = 128;

    private static final long LOOK_MILLIS = 100;
    private static final long RECOVER_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int BURST = 50;
    private static final long GATHER_MILLIS = 80;
    private static final long IDLE_MILLIS = 50;
    /** Who listens does work of their own, which must not hold up a burst: they are told in the pause after it, or after so long. */
    private static final long TELL_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);

    private final Dispatching dispatching;
    private final Recovering recovering;
    private final Doubting doubting;
    private final Node node;
    private final Wake wake;
    private final Clock clock;
    private final boolean enabled;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger inHand = new AtomicInteger();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final LinkedBlockingQueue<Record> ended = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private int batch = FIRST_BATCH;
    private @Nullable Thread claimer;
    private @Nullable Thread recorder;

    Publisher(
            Dispatching dispatching,
            Recovering recovering,
            Doubting doubting,
            Node node,
            Wake wake,
            Clock clock,
            DeskSettings settings) {
        this.dispatching = dispatching;
        this.recovering = recovering;
        this.doubting = doubting;
        this.node = node;
        this.wake = wake;
        this.clock = clock;
        this.enabled = settings.background();
    }

    @Override
    public void start() {
        if (!enabled) {
            caughtUp.countDown();
            return;
        }
        doubting.doubt();
        running = true;
        claimer = Thread.ofPlatform().name("publisher").start(this::claimAll);
        recorder = Thread.ofPlatform().name("ledger").start(this::recordAll);
    }

    @Override
    public void stop() {
        running = false;
        caughtUp.countDown();
        wake.now();
        try {
            if (claimer != null) {
                claimer.join(STOP_WITHIN);
            }
            if (recorder != null) {
                recorder.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void settle(Duration atMost) throws InterruptedException {
        caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void claimAll() {
        var recovered = 0L;
        try (var opener = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("opener").factory())) {
            while (running) {
                if (System.nanoTime() - recovered > RECOVER_EVERY_NANOS) {
                    recover();
                    recovered = System.nanoTime();
                }
                var claimed = claim(opener);
                if (claimed == 0) {
                    catchUp();
                    wake.await(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() {
        if (inHand.get() == 0) {
            caughtUp.countDown();
        }
    }

    private int claim(ExecutorService opener) {
        try {
            var room = Math.min(batch, IN_HAND - inHand.get());
            if (room <= 0 || !node.alive()) {
                return 0;
            }
            var claims = dispatching.claim(room);
            batch = claims.size() < batch ? FIRST_BATCH : Math.min(2 * batch, BATCH);
            if (!claims.isEmpty()) {
                inHand.addAndGet(claims.size());
                // beside the next claim: both take their time, and the instant comes
                opener.execute(() -> handOver(claims));
            }
            return claims.size();
        } catch (RuntimeException e) {
            LOG.warn("Nothing could be claimed; it is tried again", e);
            return 0;
        }
    }

    private void handOver(List<Claim> claims) {
        Map<AccountId, Access> opened;
        try {
            opened = dispatching.open(claims);
        } catch (RuntimeException e) {
            LOG.warn("The accounts of {} claims could not be opened; they are given back", claims.size(), e);
            claims.forEach(each -> ended.add(dispatching.giveBack(each)));
            return;
        }
        claims.stream()
                .collect(Collectors.groupingBy(Claim::network))
                .forEach((network, those) -> lanes.computeIfAbsent(network, one -> new Lane(clock))
                        .add(those, each -> ended.add(dispatching.carry(each, opened))));
    }

    private void recover() {
        try {
            recovering.recover();
        } catch (RuntimeException e) {
            LOG.warn("Ended nodes could not be looked for; it is tried again", e);
        }
    }

    private void recordAll() {
        var batch = new ArrayList<Record>();
        var untold = new ArrayList<Record>();
        var told = System.nanoTime();
        try {
            while (running || inHand.get() > 0) {
                var one = ended.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (one != null) {
                    batch.add(one);
                    ended.drainTo(batch, BATCH - 1);
                    write(batch);
                    untold.addAll(batch);
                    gather(batch.size());
                    batch.clear();
                }
                if (one == null || System.nanoTime() - told > TELL_WITHIN_NANOS) {
                    tell(untold);
                    told = System.nanoTime();
                }
            }
            tell(untold);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a burst the next batch may grow a little: a commit costs the same for many. */
    private static void gather(int written) throws InterruptedException {
        if (written >= BURST) {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
    }

    /** Rooms that fail at it ask for what went out by themselves. */
    private void tell(List<Record> untold) {
        try {
            dispatching.tell(List.copyOf(untold));
        } catch (RuntimeException e) {
            LOG.warn("Not everybody was told of what went out", e);
        }
        untold.clear();
    }

    /** Nothing that happened at a network may be forgotten: what can't be written now is written when it can. */
    private void write(List<Record> batch) throws InterruptedException {
        for (var tries = 1; ; tries++) {
            try {
                dispatching.record(batch);
                inHand.addAndGet(-batch.size());
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} outcomes could not be written down yet (try {})", batch.size(), tries, e);
                TimeUnit.MILLISECONDS.sleep(Math.min(5_000, 100L * tries));
            }
        }
    }
}
