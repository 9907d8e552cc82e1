package dev.parvi.tracking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes down who comes, before they are answered: one thread a node takes all that wait and commits them together, so that one
 * turn of the disk serves many. While the database is away they stand on the {@link Shelf}, on the disk as well, and are written
 * from there when it's back.
 */
@Component
class Committing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Committing.class);

    private static final int TOGETHER_MOST = 2_000;
    /** How often one commit follows another at the most: when many come, fewer and larger ones cost less than they wait. */
    private static final long GATHERED = TimeUnit.MILLISECONDS.toNanos(2);

    /** How long nobody asks the database again once it was away; longer where it let us wait for that. */
    private static final long AWAY = TimeUnit.SECONDS.toNanos(1);

    private static final int SHARE = 5;

    private static final long STOP_WITHIN = TimeUnit.SECONDS.toMillis(4 * VisitLine.PATIENCE);

    private final Visits visits;
    private final Salts salts;
    private final Shelf shelf;
    private final Counter lost;
    private final Counter late;
    private final Waiting waiting = new Waiting();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();
    private boolean away;
    private long askAgainAt;

    Committing(Visits visits, Salts salts, Shelf shelf, MeterRegistry meters) {
        this.visits = visits;
        this.salts = salts;
        this.shelf = shelf;
        this.lost = meters.counter("parvi.visits.lost");
        this.late = meters.counter("parvi.visits.late");
    }

    /** @return whether it's on the disk; not where neither the database nor the shelf took it */
    boolean commit(Hit hit) {
        var joined = waiting.join(hit);
        if (joined == Waiting.Joined.FIRST) {
            LockSupport.unpark(thread);
        }
        var kept = joined != Waiting.Joined.REFUSED && hit.await();
        if (!kept) {
            lost.increment();
        }
        return kept;
    }

    @Override
    public void start() {
        running = true;
        waiting.open();
        thread = Thread.ofPlatform().daemon().name("visits").start(this::work);
    }

    private void work() {
        var clear = System.nanoTime() - AWAY;
        while (running) {
            var begun = System.nanoTime();
            var taken = waiting.take();
            if (taken.isEmpty()) {
                LockSupport.parkNanos(this, AWAY);
            } else {
                write(taken);
                gather(begun);
            }
            if (System.nanoTime() - clear >= AWAY) {
                clearShelf();
                clear = System.nanoTime();
            }
        }
        write(waiting.close());
        visits.close();
    }

    private void gather(long begun) {
        for (var left = begun + GATHERED - System.nanoTime();
                left > 0 && running;
                left = begun + GATHERED - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void write(List<Hit> hits) {
        for (int from = 0; from < hits.size(); from += TOGETHER_MOST) {
            var together = hits.subList(from, Math.min(hits.size(), from + TOGETHER_MOST));
            var kept = false;
            try {
                kept = onDisk(Batch.of(together, salts));
            } catch (IOException | RuntimeException e) {
                LOG.error("{} visits aren't counted", together.size(), e);
            } finally {
                for (var each : together) {
                    each.kept(kept);
                }
            }
        }
    }

    /** A line may have been cut while nobody wrote, so a second one is tried before the shelf is. */
    private boolean onDisk(Batch batch) throws IOException {
        if (mayAsk()) {
            for (int tries = away ? 1 : 2; tries > 0; tries--) {
                if (inDatabase(batch)) {
                    return true;
                }
            }
        }
        late.increment(batch.size());
        return shelf.put(batch);
    }

    private boolean inDatabase(Batch batch) {
        var begun = System.nanoTime();
        try {
            visits.write(batch);
            asked(begun, true);
            return true;
        } catch (SQLException | RuntimeException e) {
            asked(begun, false);
            LOG.warn("{} visits aren't in the database yet", batch.size(), e);
            return false;
        }
    }

    private boolean mayAsk() {
        return !away || System.nanoTime() - askAgainAt >= 0;
    }

    private void asked(long begun, boolean answered) {
        var now = System.nanoTime();
        away = !answered;
        askAgainAt = now + Math.max(AWAY, SHARE * (now - begun));
    }

    /** What waits is written as soon as the database is there again; this runs once a second, and there mostly is nothing. */
    private void clearShelf() {
        if (shelf.isEmpty() || !mayAsk()) {
            return;
        }
        var begun = System.nanoTime();
        try {
            var all = shelf.all();
            for (var each : all) {
                visits.writeLate(each);
            }
            shelf.clear();
            asked(begun, true);
            LOG.info("{} batches of visits that had to wait are in the database", all.size());
        } catch (SQLException | IOException | RuntimeException e) {
            asked(begun, false);
            LOG.debug("What waits on the shelf waits on", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_WITHIN);
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
