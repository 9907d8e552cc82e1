package dev.parvi.platform;

import dev.parvi.platform.CallFailed.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Calls over a pool of connections, watches each call's deadline, and tells how far a failed one came. */
@Component
final class CheckedOutbound implements Outbound, OutboundStreams, AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final CheckedLookUp lookUp;
    private final String userAgent;
    private final ScheduledThreadPoolExecutor watchdog;
    private volatile @Nullable Exchanges exchanges;

    @Autowired
    CheckedOutbound(DeskSettings settings) {
        this(
                InetAddress::getAllByName,
                settings.allowPrivate() ? _ -> false : ForbiddenAddresses::contain,
                "Parvi/" + Version.NUMBER + " (+" + settings.publicAddress() + ")");
    }

    CheckedOutbound(LookUp system, Predicate<InetAddress> forbidden, String userAgent) {
        this.lookUp = new CheckedLookUp(system, forbidden);
        this.userAgent = userAgent;
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("call-watchdog").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Answer call(Call call) throws CallFailed {
        var first = Leg.first(call);
        var time = call.deadline().compareTo(LONGEST) < 0 ? call.deadline() : LONGEST;
        var flight = new Flight(time.toNanos());
        return ScopedValue.where(Flight.NOW, flight).call(() -> {
            var landed = flight.watched(watchdog);
            try {
                return follow(first, call, flight);
            } finally {
                landed.run();
            }
        });
    }

    @Override
    public OutboundStream open(StreamCall call) throws CallFailed {
        return new Dialling(lookUp, watchdog, userAgent).open(call);
    }

    private Answer follow(Leg first, Call call, Flight flight) throws CallFailed {
        var leg = first;
        for (int left = call.redirects(); ; left--) {
            var answer = once(leg, flight, call.maxBytes());
            if (call.redirects() == 0) {
                return answer;
            }
            var next = leg.after(answer);
            if (next.isEmpty()) {
                return answer;
            }
            if (left == 0) {
                throw new CallFailed(Kind.TOO_MANY_REDIRECTS, true, leg.to().host() + " redirects too often");
            }
            leg = next.get();
        }
    }

    private Answer once(Leg leg, Flight flight, int maxBytes) throws CallFailed {
        try {
            flight.leg();
            return exchanges().one(leg, flight, maxBytes);
        } catch (IOException | HttpException | IllegalArgumentException e) {
            throw failed(e, flight, leg.to().host());
        }
    }

    private static CallFailed failed(Exception e, Flight flight, String host) {
        var kind = kind(e, flight);
        return new CallFailed(
                kind,
                flight.maybeSent(),
                switch (kind) {
                    case FORBIDDEN_ADDRESS -> host + " stands for an address that isn't public";
                    case UNKNOWN_HOST -> host + " is not known";
                    case UNREACHABLE -> host + " does not accept connections";
                    case TLS -> host + " could not prove who it is";
                    case TIMEOUT -> host + " took too long";
                    case TOO_LARGE -> host + " answered with more than was to be read";
                    case MALFORMED -> host + " answered with what is no proper answer";
                    default -> "the connection to " + host + " was cut";
                });
    }

    private static Kind kind(Exception e, Flight flight) {
        if (flight.late() || e instanceof CheckedLookUp.LookUpLate || e instanceof ConnectionRequestTimeoutException) {
            return Kind.TIMEOUT;
        }
        return flight.written() ? kindAfterWriting(e) : kindBeforeWriting(e);
    }

    private static Kind kindBeforeWriting(Exception e) {
        return switch (e) {
            case CheckedLookUp.ForbiddenHost _ -> Kind.FORBIDDEN_ADDRESS;
            case UnknownHostException _ -> Kind.UNKNOWN_HOST;
            case SSLException _ -> Kind.TLS;
            case HttpException _, IllegalArgumentException _ -> Kind.MALFORMED;
            default -> Kind.UNREACHABLE;
        };
    }

    private static Kind kindAfterWriting(Exception e) {
        return switch (e) {
            case Answers.TooLarge _, MessageConstraintException _ -> Kind.TOO_LARGE;
            case SocketTimeoutException _ -> Kind.TIMEOUT;
            case ZipException _, EOFException _, HttpException _, IllegalArgumentException _ -> Kind.MALFORMED;
            default -> Kind.CUT;
        };
    }

    /** Made at the first call: reading the trusted certificates would hold up the start. */
    private Exchanges exchanges() {
        var made = exchanges;
        return made != null ? made : make();
    }

    private synchronized Exchanges make() {
        var made = exchanges;
        if (made == null) {
            try {
                made = new Exchanges(lookUp, SSLContext.getDefault(), userAgent);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java knows no TLS", e);
            }
            exchanges = made;
        }
        return made;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        lookUp.close();
        var made = exchanges;
        if (made != null) {
            made.close();
        }
    }
}
