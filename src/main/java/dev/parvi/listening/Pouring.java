package dev.parvi.listening;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Streams;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Shift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the streams flowing of the networks that whoever runs the desk wants read; of several nodes one reads each. */
@Component
class Pouring implements Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Pouring.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Connectors connectors;
    private final Streaming streaming;
    private final boolean enabled;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    Pouring(Connectors connectors, Streaming streaming, DeskSettings settings) {
        this.connectors = connectors;
        this.streaming = streaming;
        this.enabled = settings.background();
    }

    @Override
    public void start() {
        if (!enabled) {
            return;
        }
        stopping = new CountDownLatch(1);
        for (var network : connectors.all().stream().map(Descriptor::network).toList()) {
            connectors
                    .as(Streams.class, network)
                    .filter(Streams::streaming)
                    .ifPresent(streams -> threads.add(
                            Thread.ofVirtual().name("stream-" + network).start(() -> pour(network, streams))));
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            for (var thread : threads) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    private boolean pours() {
        return stopping.getCount() > 0;
    }

    private void pour(String network, Streams streams) {
        var pause = SOON;
        while (pours()) {
            var before = streaming.told();
            try {
                streaming.read(network, streams, this::pours);
                pause = LOOK;
            } catch (ConnectorFailed e) {
                LOG.info("The stream of {} has ended ({}); it is opened again", network, e.getMessage());
                pause = after(pause, streaming.told() > before);
            } catch (RuntimeException e) {
                LOG.warn("The stream of {} met a fault of our own; it is opened again", network, e);
                pause = after(pause, streaming.told() > before);
            }
            rest(pause);
        }
    }

    /** Twice as long each time that nothing came. */
    private static Duration after(Duration pause, boolean flowed) {
        var twice = pause.multipliedBy(2);
        return flowed ? SOON : twice.compareTo(LATEST) < 0 ? twice : LATEST;
    }

    private void rest(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
