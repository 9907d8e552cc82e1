package dev.parvi.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes to one network, in the order of its instants, and the threads that carry it: no more than there is to carry, and
 * none when there is nothing. A thread for each delivery would wake by the thousand at the same instant.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** The most calls to one network at once: a slow one holds up no other, and nobody waits inside a call's deadline. */
    static final int CALLS_AT_ONCE = 128;

    private static final long IDLE_MILLIS = 1_000;

    private final DelayQueue<Errand> waiting = new DelayQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Clock clock;
    private int threads;

    Lane(Clock clock) {
        this.clock = clock;
    }

    /** @param carrier carries one of them; called at its instant or later, never before */
    void add(List<Claim> claims, Consumer<Claim> carrier) {
        open.addAndGet(claims.size());
        claims.forEach(each -> waiting.add(new Errand(each, carrier, clock)));
        synchronized (this) {
            for (var wanted = Math.min(CALLS_AT_ONCE, open.get()); threads < wanted; threads++) {
                Thread.ofVirtual().name("courier").start(this::work);
            }
        }
    }

    private void work() {
        try {
            do {
                for (var next = next(); next != null; next = next()) {
                    carry(next);
                }
            } while (!ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Errand next() throws InterruptedException {
        return waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void carry(Errand errand) {
        try {
            errand.carrier().accept(errand.claim());
        } catch (RuntimeException | Error e) {
            LOG.error("Delivery {} was not carried", errand.claim().delivery(), e);
        } finally {
            open.decrementAndGet();
        }
    }

    /** Under the lock, since what is added right now counts on the threads that are there. */
    private synchronized boolean ended() {
        if (waiting.isEmpty()) {
            threads--;
            return true;
        }
        return false;
    }

    /** One claim, which may be carried from its instant on. */
    private record Errand(Claim claim, Consumer<Claim> carrier, Clock clock) implements Delayed {

        private static final Comparator<Claim> ORDER = Comparator.comparing(Claim::notBefore)
                .thenComparing(claim -> claim.delivery().value());

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), claim.notBefore()));
        }

        @Override
        public int compareTo(Delayed other) {
            return ORDER.compare(claim, ((Errand) other).claim);
        }
    }
}
