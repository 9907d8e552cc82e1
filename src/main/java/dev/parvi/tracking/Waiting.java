package dev.parvi.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Those who wait for the disk: anybody joins without a lock, one takes them all. */
final class Waiting {

    static final int MOST = 20_000;

    private static final Hit CLOSED = new Hit(0, 0, 0, Coming.ROBOT, null, "", 0);

    private final AtomicReference<@Nullable Hit> newest = new AtomicReference<>(CLOSED);

    enum Joined {
        FIRST,
        NEXT,
        /** Too many wait, or nobody writes any more. */
        REFUSED
    }

    void open() {
        newest.set(null);
    }

    Joined join(Hit hit) {
        while (true) {
            var before = newest.get();
            if (before == CLOSED || before != null && before.depth >= MOST) {
                return Joined.REFUSED;
            }
            hit.before = before;
            hit.depth = before == null ? 1 : before.depth + 1;
            if (newest.compareAndSet(before, hit)) {
                return before == null ? Joined.FIRST : Joined.NEXT;
            }
        }
    }

    /** All who have joined so far, in order. */
    List<Hit> take() {
        return inOrder(newest.getAndSet(null));
    }

    /** The last of them: nobody joins any more. */
    List<Hit> close() {
        return inOrder(newest.getAndSet(CLOSED));
    }

    private static List<Hit> inOrder(@Nullable Hit last) {
        if (last == null || last == CLOSED) {
            return List.of();
        }
        var all = new ArrayList<Hit>(last.depth);
        for (var each = last; each != null; ) {
            all.add(each);
            var before = each.before;
            each.before = null;
            each = before;
        }
        Collections.reverse(all);
        return all;
    }
}
