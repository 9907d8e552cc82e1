package dev.parvi.tracking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits that are written together, as columns of the same length. {@link #transaction} says how far it got, so that one whose fate
 * is unknown is asked after before it's written again.
 */
final class Batch {

    final UUID id;
    /** Milliseconds of the epoch. */
    final long[] at;

    final long[] visitors;
    final int[] brands;
    final int[] links;
    final short[] kinds;

    /** Under which number PostgreSQL was told to commit it; null where it wasn't. */
    @Nullable
    String transaction;

    Batch(UUID id, int size) {
        this.id = id;
        at = new long[size];
        visitors = new long[size];
        brands = new int[size];
        links = new int[size];
        kinds = new short[size];
    }

    static Batch of(List<Hit> hits, Salts salts) {
        var batch = new Batch(UUID.randomUUID(), hits.size());
        for (int n = 0; n < hits.size(); n++) {
            var hit = hits.get(n);
            batch.at[n] = hit.at;
            batch.visitors[n] =
                    hit.address == null ? hit.visitor : salts.visitor(hit.brand, hit.address, hit.agent, hit.at);
            batch.brands[n] = hit.brand;
            batch.links[n] = hit.link;
            batch.kinds[n] = hit.coming.number();
        }
        return batch;
    }

    int size() {
        return at.length;
    }
}
