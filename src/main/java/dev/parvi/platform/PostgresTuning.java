package dev.parvi.platform;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What PostgreSQL is told of the machine it shares with the desk; its own defaults are for one of the year 2000. */
final class PostgresTuning {

    private static final long MIB = 1 << 20;
    private static final long LEAST = 128 * MIB;
    private static final long MOST = 2_048 * MIB;

    private PostgresTuning() {}

    static List<String> settings() {
        return settings(memory());
    }

    /**
     * An eighth of the memory for its buffers: PostgreSQL's manual recommends a quarter on a server of its own. They are only
     * taken from the machine as they fill. A larger log before a checkpoint means fewer whole pages written to it; after a
     * crash at most that much is read again.
     *
     * @param memory of the machine or the container, in bytes
     * @see <a href="https://www.postgresql.org/docs/18/runtime-config-resource.html">Resource consumption</a>
     */
    static List<String> settings(long memory) {
        var buffers = Math.clamp(memory / 8, LEAST, MOST) / MIB;
        return List.of(
                "shared_buffers=" + buffers + "MB",
                "effective_cache_size=" + Math.max(buffers, memory / 2 / MIB) + "MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "random_page_cost=1.1",
                "jit=off");
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : LEAST;
    }
}
