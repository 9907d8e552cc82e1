package dev.parvi.connector;

/**
 * A kind of place where a brand can speak. What it can do, it says by the capability interfaces it implements:
 * {@link SignsIn}, {@link Publishes}, {@link Finds}, {@link Deletes}, {@link Previews}; each is small and stands alone.
 */
public interface Connector {

    Descriptor descriptor();
}
