package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has understood what comes in, right after it came, and learned what was corrected; now and then it looks through all brands for what
 * a process that died has left. A brand with a lot to do takes turns with the others.
 */
@Component
class Thinker implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Thinker.class);
    private static final Duration SWEEP = Duration.ofSeconds(30);
    /** What a start must do first is to let posts go out, most of all after a crash. */
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    static final Duration LEARN = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int BATCHES = 4;

    private final Grasping grasping;
    private final Learning learning;
    private final Counting counting;
    private final Branding branding;
    private final boolean enabled;
    private final LinkedBlockingQueue<BrandId> brands = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    Thinker(Grasping grasping, Learning learning, Counting counting, Branding branding, DeskSettings settings) {
        this.grasping = grasping;
        this.learning = learning;
        this.counting = counting;
        this.branding = branding;
        this.enabled = settings.background();
    }

    /** Waits for the commit by itself: a transactional listener's event would be written down for each batch, and the sweep knows anyway. */
    @EventListener
    void on(CommentsHeard said) {
        if (!running) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wants(said.brand());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wants(said.brand());
            }
        });
    }

    @Override
    public void start() {
        if (enabled) {
            running = true;
            // A platform thread: judging texts is work for a processor, and no virtual thread should wait behind it.
            thread = Thread.ofPlatform().name("understanding").start(this::think);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void think() {
        var swept = System.nanoTime() - SWEEP.minus(AFTER_START).toNanos();
        var learned = System.nanoTime();
        while (running) {
            try {
                if (System.nanoTime() - swept > SWEEP.toNanos()) {
                    branding.all().forEach(this::wants);
                    swept = System.nanoTime();
                }
                if (System.nanoTime() - learned > LEARN.toNanos()) {
                    learned = System.nanoTime();
                    learning.turn();
                }
                var brand = brands.poll(200, TimeUnit.MILLISECONDS);
                if (brand != null && go(brand)) {
                    wants(brand);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("What was heard could not be understood; it is tried again", e);
            }
        }
    }

    private void wants(BrandId brand) {
        if (!brands.contains(brand)) {
            brands.add(brand);
        }
    }

    /** Whether there may be more. */
    private boolean go(BrandId brand) {
        return Tenant.in(brand, () -> {
            for (var batch = 0; batch < BATCHES; batch++) {
                if (!running || grasping.next() == 0) {
                    counting.fold();
                    return false;
                }
            }
            return true;
        });
    }
}
