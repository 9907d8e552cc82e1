package dev.parvi.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells everything that is said in public on a network while it's said, once for the whole desk and without an account. What was
 * told before may come again, and not always in its order.
 */
public interface Streams {

    /** Whether whoever runs this desk wants it to be read, and said where. */
    boolean streaming();

    Descriptor.Proof streamProof();

    /**
     * Opens it.
     *
     * @param cursor of the last event that was taken in; empty to begin with what is said from now on. It goes back a little
     *     further by itself, so that nothing is missed that came out of its order
     */
    Flow flow(String cursor) throws ConnectorFailed;

    /** An open stream, read by one thread. */
    interface Flow extends AutoCloseable {

        /**
         * @return empty where nothing came within {@code wait}
         * @throws ConnectorFailed when it has ended: open another one
         */
        Optional<Event> next(Duration wait) throws ConnectorFailed;

        @Override
        void close();
    }

    /** Something that was told. */
    sealed interface Event {

        /** Where to go on from once this and all before it was taken in; later ones sort later as text. */
        String cursor();

        /**
         * A post as it now stands.
         *
         * @param version of one post the later one sorts later as text
         * @param edited whether it may have stood otherwise before
         */
        record Told(Listens.Post post, String version, boolean edited, String cursor) implements Event {}

        /** Who said it took it back. */
        record Gone(String id, String version, String cursor) implements Event {}

        /** Everything of this speaker is to be forgotten: the network says that they are no longer there. */
        record Left(String speaker, String cursor) implements Event {}

        /** Nothing that concerns us. */
        record Other(String cursor) implements Event {}
    }
}
