package dev.parvi.platform;

import java.time.Duration;
import java.util.Optional;

/** An open stream. Messages come in the order in which they were sent; one thread at a time takes them. */
public interface OutboundStream extends AutoCloseable {

    /**
     * The next message of text.
     *
     * @return empty where none came within {@code wait}
     * @throws CallFailed when the stream has ended and everything that had come was taken
     */
    Optional<String> next(Duration wait) throws CallFailed;

    /** Ends it; what still waits can't be taken any more. */
    @Override
    void close();
}
