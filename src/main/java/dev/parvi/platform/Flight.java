package dev.parvi.platform;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: how long it still may take, and how far it came. The watchdog may end it from another thread at
 * any moment until {@link #land}; after that its connection may already serve somebody else.
 */
final class Flight {

    static final ScopedValue<Flight> NOW = ScopedValue.newInstance();

    private final long end;
    private @Nullable Cancellable held;
    private @Nullable Socket opening;
    private boolean over;
    private boolean written;
    private boolean everWritten;
    private boolean late;

    Flight(long nanos) {
        this.end = System.nanoTime() + nanos;
    }

    long remaining() {
        return end - System.nanoTime();
    }

    /** At least 1, as 0 means without end to sockets. */
    int remainingMillis(int most) throws SocketTimeoutException {
        var nanos = remaining();
        if (nanos <= 0) {
            throw new SocketTimeoutException("the call's deadline has passed");
        }
        return (int) Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos), 1, most);
    }

    Runnable watched(ScheduledThreadPoolExecutor watchdog) {
        var alarm = watchdog.schedule(this::expire, Math.max(0, remaining()), TimeUnit.NANOSECONDS);
        return () -> {
            alarm.cancel(false);
            land();
        };
    }

    /** The first request begins, or one that a redirect asked for. */
    synchronized void leg() throws SocketTimeoutException {
        inTime();
        held = null;
        opening = null;
        written = false;
    }

    /** What the watchdog ends when it's time: the wait for a connection, then the connection. */
    synchronized void holding(Cancellable what) throws SocketTimeoutException {
        inTime();
        held = what;
    }

    /** A socket being connected and, with TLS, shaking hands. */
    synchronized void opening(Socket socket) throws IOException {
        if (late) {
            socket.close();
            throw new SocketTimeoutException("the call's deadline has passed");
        }
        opening = socket;
    }

    /** From here on the other side may have read something. Called right before the first byte; never twice. */
    synchronized void writing() throws IOException {
        inTime();
        if (written) {
            throw new IOException("a request is written once only");
        }
        opening = null;
        written = true;
        everWritten = true;
    }

    synchronized boolean maybeSent() {
        return everWritten;
    }

    /** Whether the present leg of redirects got as far as being written. */
    synchronized boolean written() {
        return written;
    }

    synchronized boolean late() {
        return late;
    }

    private synchronized void expire() {
        if (over) {
            return;
        }
        late = true;
        if (opening != null) {
            try {
                opening.close();
            } catch (IOException e) {
                // it is gone, which was the aim
            }
        }
        if (held != null) {
            held.cancel();
        }
    }

    private void inTime() throws SocketTimeoutException {
        if (late) {
            throw new SocketTimeoutException("the call's deadline has passed");
        }
    }

    private synchronized void land() {
        over = true;
        held = null;
        opening = null;
    }
}
