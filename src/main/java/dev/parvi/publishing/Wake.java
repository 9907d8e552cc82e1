package dev.parvi.publishing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the publisher of this process when something new may be due; others find it when they look next. */
@Component
class Wake {

    private final Semaphore calls = new Semaphore(0);

    void afterCommit() {
        Afterwards.run(this::now);
    }

    void now() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Waits until woken, at most so long. */
    void await(long millis) throws InterruptedException {
        if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
