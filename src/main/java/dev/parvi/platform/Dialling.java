package dev.parvi.platform;

import dev.parvi.platform.CallFailed.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Connects to where a stream is and has the handshake done there. The connection is made here, not by the library: so the very
 * address that was checked is the one connected to, and nothing follows redirects or proxies by itself.
 */
final class Dialling {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final CheckedLookUp lookUp;
    private final ScheduledThreadPoolExecutor watchdog;
    private final String userAgent;

    Dialling(CheckedLookUp lookUp, ScheduledThreadPoolExecutor watchdog, String userAgent) {
        this.lookUp = lookUp;
        this.watchdog = watchdog;
        this.userAgent = userAgent;
    }

    OutboundStream open(StreamCall call) throws CallFailed {
        var to = destination(call.address());
        var time = call.deadline().compareTo(LONGEST) < 0 ? call.deadline() : LONGEST;
        var flight = new Flight(time.toNanos());
        return ScopedValue.where(Flight.NOW, flight).call(() -> {
            var landed = flight.watched(watchdog);
            try {
                return agreed(call, to, connected(to), flight);
            } catch (IOException e) {
                throw failed(e, flight, to.host());
            } finally {
                landed.run();
            }
        });
    }

    /** Read as strictly as that of any other call. */
    private static Destination destination(URI address) throws CallFailed {
        var written = address.toString();
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equalsIgnoreCase("ws") && !scheme.equalsIgnoreCase("wss")) {
            throw new CallFailed(Kind.FORBIDDEN_ADDRESS, false, "only ws and wss addresses are streams");
        }
        return Destination.of(URI.create("http" + written.substring(2)));
    }

    private Socket connected(Destination to) throws IOException {
        IOException last = new UnknownHostException(to.host());
        for (var address : lookUp.resolve(to.host())) {
            var socket = new CheckedSocket(lookUp);
            try {
                socket.connect(new InetSocketAddress(address, to.port()));
                socket.setTcpNoDelay(true);
                return to.scheme().equals("https") ? secured(socket, to) : socket;
            } catch (CheckedLookUp.ForbiddenHost | SSLException e) {
                socket.close();
                throw e;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    /** The flight closes the socket below when time runs out, also in the middle of a handshake. */
    private static Socket secured(Socket socket, Destination to) throws IOException {
        try {
            var tls = (SSLSocket)
                    SSLContext.getDefault().getSocketFactory().createSocket(socket, to.host(), to.port(), true);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no TLS", e);
        }
    }

    private OutboundStream agreed(StreamCall call, Destination to, Socket socket, Flight flight) throws CallFailed {
        var headers = new HashMap<>(call.headers());
        headers.put("User-Agent", userAgent);
        var address = URI.create(to.address().toString().replaceFirst("^http", "ws"));
        var stream = new SocketStream(address, headers, socket, call);
        try {
            stream.open(Duration.ofNanos(Math.max(1, flight.remaining())));
            return stream;
        } catch (CallFailed e) {
            // the watchdog closes the connection, which then looks like a cut
            throw flight.late() ? new CallFailed(Kind.TIMEOUT, true, to.host() + " took too long") : e;
        }
    }

    private static CallFailed failed(IOException e, Flight flight, String host) {
        if (flight.late() || e instanceof CheckedLookUp.LookUpLate) {
            return new CallFailed(Kind.TIMEOUT, false, host + " took too long");
        }
        return switch (e) {
            case CheckedLookUp.ForbiddenHost _ ->
                new CallFailed(Kind.FORBIDDEN_ADDRESS, false, host + " stands for an address that isn't public");
            case UnknownHostException _ -> new CallFailed(Kind.UNKNOWN_HOST, false, host + " is not known");
            case SSLException _ -> new CallFailed(Kind.TLS, false, host + " could not prove who it is");
            default -> new CallFailed(Kind.UNREACHABLE, false, host + " does not accept connections");
        };
    }
}
