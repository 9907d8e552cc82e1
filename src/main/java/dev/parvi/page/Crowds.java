package dev.parvi.page;

import dev.parvi.platform.Tenant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Spares the database a crowd: what is asked for more than ten times within a second is read once more and then handed to
 * everybody until that second is over. Few readers always see what stands there now, and many what stood there at most a
 * second ago.
 */
@Component
class Crowds {

    static final int FEW = 10;

    private static final long SPAN = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 1_000;

    private final Map<String, Crowd> crowds = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    @Autowired
    Crowds() {
        this(System::nanoTime);
    }

    Crowds(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param what names it within the brand whose scope it is; it must be the same for everybody */
    @SuppressWarnings("unchecked")
    <T> T read(String what, Supplier<T> reading) {
        var now = nanos.getAsLong();
        if (crowds.size() > MOST) {
            crowds.values().removeIf(crowd -> crowd.over(now));
        }
        var crowd = crowds.compute(
                Tenant.brand().orElseThrow() + " " + what,
                (key, known) -> known == null || known.over(now) ? new Crowd(now) : known);
        return crowd.arrived.incrementAndGet() <= FEW ? reading.get() : (T) crowd.shared(reading);
    }

    /** Those who ask for the same within a second. */
    private static final class Crowd {

        private final long since;
        private final AtomicInteger arrived = new AtomicInteger();
        private @Nullable Object read;

        Crowd(long since) {
            this.since = since;
        }

        boolean over(long now) {
            return now - since >= SPAN;
        }

        /** The others wait for the one that reads, which is shorter than to read all at once. */
        synchronized Object shared(Supplier<?> reading) {
            var known = read;
            if (known == null) {
                known = reading.get();
                read = known;
            }
            return known;
        }
    }
}
