package dev.parvi.tracking;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One coming by a link, on its way to the disk, and the thread that waits for it to be there. */
final class Hit {

    final int brand;
    final int link;
    /** Milliseconds of the epoch. */
    final long at;

    final Coming coming;
    /** Of whom; null where {@link #visitor} is known already. */
    final @Nullable String address;

    final String agent;
    final long visitor;

    /** Who waits longer, and how many do with this one; see {@link Waiting}. */
    @Nullable
    Hit before;

    int depth;

    private final Thread waiting = Thread.currentThread();
    private volatile int state;

    private static final int KEPT = 1;
    private static final int LOST = 2;

    Hit(int brand, int link, long at, Coming coming, @Nullable String address, String agent, long visitor) {
        this.brand = brand;
        this.link = link;
        this.at = at;
        this.coming = coming;
        this.address = address;
        this.agent = agent;
        this.visitor = visitor;
    }

    void kept(boolean kept) {
        state = kept ? KEPT : LOST;
        LockSupport.unpark(waiting);
    }

    /**
     * Waits without an end of its own, which costs a timer each: whoever writes answers within {@link VisitLine#PATIENCE}.
     *
     * @return whether it is on the disk
     */
    boolean await() {
        while (state == 0) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                return state == KEPT;
            }
        }
        return state == KEPT;
    }
}
