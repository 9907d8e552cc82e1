package dev.parvi.connector;

import java.util.Set;

/**
 * A kind of place where a brand can speak. What it can do, it says by the capability interfaces it implements:
 * {@link SignsIn}, {@link Publishes}, {@link Finds}, {@link Deletes}, {@link Previews}, {@link Reads},
 * {@link Replies}, {@link Moderates}, {@link Listens}, {@link Streams}, {@link Gathers}; each is small and stands alone.
 */
public interface Connector {

    Descriptor descriptor();

    /** The codes of the faults that only this network has; each has its message {@code fault.<code>} in its folder. */
    default Set<String> faults() {
        return Set.of();
    }
}
