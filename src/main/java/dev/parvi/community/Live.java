package dev.parvi.community;

import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Passes on to the pages that stand open at this node what changed, wherever it was changed. */
@Component
public class Live {

    /** A page that doesn't keep up is told to look at everything. */
    private static final int MOST = 100;

    private final Set<Ear> ears = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    /** One page that listens. To be closed. */
    public final class Ear implements AutoCloseable {

        private final BrandId brand;
        private final BlockingQueue<Notice> heard = new ArrayBlockingQueue<>(MOST);

        private Ear(BrandId brand) {
            this.brand = brand;
        }

        /** The next notice; null where there is none for so long. */
        public @Nullable Notice next(Duration patience) throws InterruptedException {
            return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void hear(Notice notice) {
            if (!heard.offer(notice)) {
                heard.clear();
                heard.add(new Notice(brand, "changed", "*"));
            }
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }

    public Ear listen(BrandId brand) {
        var ear = new Ear(brand);
        ears.add(ear);
        return ear;
    }

    /** False once the desk begins to stop. */
    public boolean open() {
        return open;
    }

    void tell(Notice notice) {
        for (var ear : ears) {
            if (ear.brand.equals(notice.brand())) {
                ear.hear(notice);
            }
        }
    }

    /** The way between nodes was cut: whatever happened meanwhile, every page looks again. */
    void tellAll() {
        for (var ear : ears) {
            ear.hear(new Notice(ear.brand, "changed", "*"));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        open = false;
    }
}
