package dev.parvi.platform;

import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The pool of connections that every call goes over, and how long one is kept. */
final class Connections {

    private static final int TOTAL = 1_000;
    private static final int FOR_ONE_HOST = 200;
    /** Below the idle time after which common servers close (nginx 75 s, Node 5 s says so in its Keep-Alive header). */
    private static final Duration IDLE = Duration.ofSeconds(4);

    private static final int HEADERS = 200;
    private static final int LINE_BYTES = 16_384;
    private static final String TIMEOUT = "timeout=";

    private Connections() {}

    static PoolingHttpClientConnectionManager pool(CheckedLookUp lookUp, SSLContext tls) {
        var operator = new DefaultHttpClientConnectionOperator(
                proxy -> new CheckedSocket(lookUp),
                null,
                lookUp,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, new DefaultClientTlsStrategy(tls))
                        .build());
        var limits = Http1Config.custom()
                .setMaxHeaderCount(HEADERS)
                .setMaxLineLength(LINE_BYTES)
                .build();
        var pool = new PoolingHttpClientConnectionManager(
                operator,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                ManagedHttpClientConnectionFactory.builder().http1Config(limits).build());
        pool.setMaxTotal(TOTAL);
        pool.setDefaultMaxPerRoute(FOR_ONE_HOST);
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.DISABLED)
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build());
        return pool;
    }

    /** A second less than the server says: a request on a connection just being closed would have an unknown fate. */
    static TimeValue keepAlive(HttpResponse response) {
        var said = response.getFirstHeader("keep-alive");
        if (said != null && said.getValue() != null) {
            for (var each : said.getValue().split(",", -1)) {
                var seconds = each.strip().toLowerCase(Locale.ROOT);
                if (seconds.startsWith(TIMEOUT) && digits(seconds, TIMEOUT.length())) {
                    var millis = Long.parseLong(seconds.substring(TIMEOUT.length())) * 1_000 - 1_000;
                    return TimeValue.ofMilliseconds(Math.max(1, millis));
                }
            }
        }
        return TimeValue.ofMilliseconds(IDLE.toMillis());
    }

    private static boolean digits(String text, int from) {
        return from < text.length()
                && text.length() - from <= 6
                && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }
}
