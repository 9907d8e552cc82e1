package dev.parvi.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Politeness: how many calls go to one host at once from this node, and how long it's left in peace after one. */
@Component
class Hosts {

    /** The most calls to one host at once. */
    static final int AT_ONCE = 2;

    /** From the end of a call to the next one to the same host. */
    static final Duration GAP = Duration.ofSeconds(1);

    private static final int SWEEP = 10_000;

    private final Clock clock;
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();

    Hosts(Clock clock) {
        this.clock = clock;
    }

    /** Those that nobody may call now. */
    synchronized List<String> busy() {
        var now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        var busy = new ArrayList<>(until.keySet());
        running.keySet().stream().filter(host -> !until.containsKey(host)).forEach(busy::add);
        return busy;
    }

    synchronized void begin(String host) {
        running.merge(host, 1, Integer::sum);
    }

    synchronized void end(String host) {
        running.computeIfPresent(host, (key, n) -> n > 1 ? n - 1 : null);
        peace(host, clock.instant().plus(GAP));
    }

    /** It asked to be left alone, whichever of its feeds was read. */
    synchronized void peace(String host, Instant end) {
        if (until.size() < SWEEP) {
            until.merge(host, end, (one, other) -> one.isAfter(other) ? one : other);
        }
    }
}
