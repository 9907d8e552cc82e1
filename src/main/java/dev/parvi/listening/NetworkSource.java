package dev.parvi.listening;

import dev.parvi.connector.Listens;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A source of a network, as it's read.
 *
 * @param kind a {@link Listens.Kind}, or {@link #STREAM}
 * @param cursor where it was read to; empty at first
 * @param name the number of the name that it looks for; 0 where it's there for itself
 * @param failures in a row
 */
record NetworkSource(
        SourceId id,
        String network,
        @Nullable AccountId account,
        String kind,
        String value,
        String cursor,
        long name,
        Source.State state,
        int failures) {

    /** Its words are looked for in everything that is said on the network. */
    static final String STREAM = "STREAM";

    boolean read() {
        return state == Source.State.LIVE || state == Source.State.FAILING;
    }

    Listens.Aim aim() {
        return new Listens.Aim(Listens.Kind.valueOf(kind), value, value, null);
    }

    /** What names a source of a network within a brand. */
    static String address(String network, String kind, String value) {
        return network + ":" + kind.toLowerCase(java.util.Locale.ROOT) + ":" + value;
    }
}
