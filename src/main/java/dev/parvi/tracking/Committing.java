package dev.parvi.tracking;

import dev.parvi.tracking.Visits.Batch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes down who comes, before they are answered: one thread a node takes all that wait and commits them together, so that one
 * turn of the disk serves many.
 */
@Component
class Committing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Committing.class);

    private static final int WAITING_MOST = 20_000;
    private static final int TOGETHER_MOST = 2_000;
    /** How long somebody waits for the disk; then they are led on all the same, and not counted. */
    private static final long PATIENCE = 5_000;

    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    private final Visits visits;
    private final Counter lost;
    private final BlockingQueue<Hit> waiting = new ArrayBlockingQueue<>(WAITING_MOST);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Committing(Visits visits, MeterRegistry meters) {
        this.visits = visits;
        this.lost = meters.counter("parvi.visits.lost");
    }

    /** @return whether it's on the disk; not where that took more than five seconds, or too many wait */
    boolean commit(Hit hit) {
        var kept = running && waiting.offer(hit) && hit.await(PATIENCE);
        if (!kept) {
            lost.increment();
        }
        return kept;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("visits").start(this::work);
    }

    private void work() {
        var taken = new ArrayList<Hit>(TOGETHER_MOST);
        while (running || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    taken.add(first);
                    waiting.drainTo(taken, TOGETHER_MOST - 1);
                    var kept = written(new Batch(taken));
                    taken.forEach(hit -> hit.kept(kept));
                    taken.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean written(Batch batch) {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        do {
            try {
                visits.write(batch);
                return true;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("{} visits aren't on the disk yet", batch.hits.size(), e);
                LockSupport.parkNanos(AGAIN);
            }
        } while (System.nanoTime() < end);
        return false;
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(TimeUnit.MILLISECONDS.toMillis(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It stops after the web server, which begins last and ends first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
