package dev.parvi.listening;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Streams;
import dev.parvi.connector.Streams.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the stream of a network as long as it flows, in batches. The cursor is saved once all that came before it is: a desk that
 * dies in between is told the same again, and knows it. While a batch is being saved nothing more is taken, so the network waits.
 */
@Component
class Streaming {

    /** Renewed with each batch; a node that died is followed by another after this. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final int BATCH = 500;
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final StreamCursors cursors;
    private final NetworkSources sources;
    private final Sluice sluice;
    private final Clock clock;
    private final TransactionTemplate worker;
    private final AtomicLong told = new AtomicLong();

    Streaming(
            StreamCursors cursors,
            NetworkSources sources,
            Sluice sluice,
            Clock clock,
            @Qualifier("worker") TransactionTemplate worker) {
        this.cursors = cursors;
        this.sources = sources;
        this.sluice = sluice;
        this.clock = clock;
        this.worker = worker;
    }

    /** How many events this node has taken in since it began. */
    long told() {
        return told.get();
    }

    /** How a reading ended. */
    enum End {
        /** Nobody wants anything of it. */
        UNWANTED,
        /** Another node reads it. */
        ELSEWHERE,
        /** It was to end. */
        TOLD
    }

    /**
     * Reads until {@code on} says no.
     *
     * @throws ConnectorFailed when the stream can't be opened, or ended
     */
    End read(String network, Streams streams, BooleanSupplier on) throws ConnectorFailed {
        if (wanted(network).isEmpty()) {
            worker.executeWithoutResult(status -> cursors.forget(network, clock.instant()));
            return End.UNWANTED;
        }
        var reader = UUID.randomUUID();
        var cursor = leased(network, reader);
        if (cursor.isEmpty()) {
            return End.ELSEWHERE;
        }
        var fault = "";
        try (var flow = streams.flow(cursor.get())) {
            return flowing(network, reader, flow, on);
        } catch (ConnectorFailed e) {
            fault = e.fault().code() + ": " + e.fault().detail();
            throw e;
        } finally {
            release(network, reader, fault);
        }
    }

    private End flowing(String network, UUID reader, Streams.Flow flow, BooleanSupplier on) throws ConnectorFailed {
        while (on.getAsBoolean()) {
            var batch = new Batch();
            var failed = batch.fill(flow);
            var words = wanted(network);
            if (words.isEmpty()) {
                return End.UNWANTED;
            }
            if (!saved(network, reader, batch.events, words)) {
                return End.ELSEWHERE;
            }
            told.addAndGet(batch.events.size());
            if (failed.isPresent()) {
                throw failed.get();
            }
        }
        return End.TOLD;
    }

    private static final class Batch {

        private final List<Event> events = new ArrayList<>();

        /** What came before the stream ended is kept. */
        Optional<ConnectorFailed> fill(Streams.Flow flow) {
            try {
                flow.next(WAIT).ifPresent(events::add);
                var until = System.nanoTime() + GATHER.toNanos();
                for (var left = GATHER; !events.isEmpty() && events.size() < BATCH && left.isPositive(); ) {
                    flow.next(left).ifPresent(events::add);
                    left = Duration.ofNanos(until - System.nanoTime());
                }
                return Optional.empty();
            } catch (ConnectorFailed e) {
                return Optional.of(e);
            }
        }
    }

    private boolean saved(String network, UUID reader, List<Event> events, WantedWords words) {
        var taken = events.isEmpty() ? 0 : sluice.through(network, events, words);
        var last = events.stream().map(Event::cursor).max(String::compareTo).orElse("");
        return Boolean.TRUE.equals(worker.execute(status -> {
            if (!cursors.holds(network, reader)) {
                return false;
            }
            var now = clock.instant();
            cursors.save(network, last, events.size(), taken, now.plus(LEASE), now);
            return true;
        }));
    }

    private WantedWords wanted(String network) {
        return new WantedWords(Objects.requireNonNull(worker.execute(status -> sources.streamed(network))));
    }

    private Optional<String> leased(String network, UUID reader) {
        return Objects.requireNonNull(worker.execute(status -> cursors.lease(network, reader, LEASE, clock.instant())));
    }

    private void release(String network, UUID reader, String fault) {
        worker.executeWithoutResult(status -> cursors.release(network, reader, fault));
    }
}
