package dev.parvi.platform;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over a pooled connection: leased, connected where it's new, written once, given back when all was
 * read. Done on the pool itself, past the client's chain for retries, redirects, cookies and sign-ins: none of them is wanted.
 */
final class Exchanges implements AutoCloseable {

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final String NAMELESS = "";

    private final PoolingHttpClientConnectionManager pool;
    private final IdleConnectionEvictor evictor;
    private final HttpProcessor headers;
    private final HttpRequestExecutor executor = new WritesOnce();

    Exchanges(CheckedLookUp lookUp, SSLContext tls, String userAgent) {
        this.pool = Connections.pool(lookUp, tls);
        this.evictor = new IdleConnectionEvictor(pool, TimeValue.ofSeconds(5), IDLE);
        this.headers = HttpProcessorBuilder.create()
                .addAll(
                        RequestTargetHost.INSTANCE,
                        RequestContent.INSTANCE,
                        RequestConnControl.INSTANCE,
                        new RequestUserAgent(userAgent))
                .build();
        evictor.start();
    }

    /** @throws IOException also where the deadline has passed */
    Answer one(Leg leg, Flight flight, int maxBytes) throws IOException, HttpException {
        var request = leg.request();
        var context = HttpCoreContext.create();
        headers.process(request, request.getEntity(), context);
        var endpoint = leased(leg.to(), flight);
        var kept = TimeValue.ZERO_MILLISECONDS;
        try {
            flight.holding(() -> {
                endpoint.close(CloseMode.IMMEDIATE);
                return true;
            });
            if (!endpoint.isConnected()) {
                pool.connect(endpoint, null, context);
            }
            // closed by what it came over: closing it alone would first read the rest, which may have no end
            var response = endpoint.execute(NAMELESS, request, executor, context);
            var answer = Answers.read(response, leg.to(), maxBytes);
            kept = kept(request, response, context);
            return answer;
        } catch (ConnectionShutdownException e) {
            throw new IOException("the connection was closed by the watchdog", e);
        } finally {
            giveBack(endpoint, kept);
        }
    }

    private ConnectionEndpoint leased(Destination to, Flight flight) throws IOException {
        var route = new HttpRoute(
                new HttpHost(to.scheme(), to.host(), to.port()),
                null,
                to.scheme().equals("https"));
        var wait = Timeout.ofMilliseconds(Math.max(1, TimeUnit.NANOSECONDS.toMillis(flight.remaining())));
        var lease = pool.lease(NAMELESS, route, wait, null);
        flight.holding(lease);
        try {
            return lease.get(wait);
        } catch (TimeoutException e) {
            throw new ConnectionRequestTimeoutException(e.getMessage());
        } catch (ExecutionException e) {
            throw new IOException("no connection could be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a connection", e);
        }
    }

    private static TimeValue kept(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context) {
        return DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)
                ? Connections.keepAlive(response)
                : TimeValue.ZERO_MILLISECONDS;
    }

    private void giveBack(ConnectionEndpoint endpoint, TimeValue kept) {
        if (kept.getDuration() == 0) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        pool.release(endpoint, null, kept);
    }

    @Override
    public void close() {
        evictor.shutdown();
        pool.close(CloseMode.GRACEFUL);
    }

    /** The last stop before the first byte of a request: what was written may have been acted on. */
    private static final class WritesOnce extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            Flight.NOW.get().writing();
            return super.execute(request, connection, callback, context);
        }
    }
}
