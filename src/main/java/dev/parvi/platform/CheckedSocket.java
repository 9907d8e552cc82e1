package dev.parvi.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** Checks the very address it connects to, whoever looked it up, and minds the deadline of the call that opens it. */
final class CheckedSocket extends Socket {

    /** One address of several is given up after this, so that the next one gets its chance. */
    private static final int CONNECT_MILLIS = 10_000;

    private final CheckedLookUp lookUp;

    CheckedSocket(CheckedLookUp lookUp) {
        this.lookUp = lookUp;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress internet) || internet.getAddress() == null) {
            throw new CheckedLookUp.ForbiddenHost();
        }
        lookUp.check(internet.getAddress());
        var flight = Flight.NOW.get();
        flight.opening(this);
        super.connect(endpoint, flight.remainingMillis(CONNECT_MILLIS));
    }
}
