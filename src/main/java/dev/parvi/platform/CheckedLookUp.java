package dev.parvi.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up within the call's deadline and refuses it where any of its addresses is forbidden; those answered are
 * the ones that are then connected to, so nothing can change in between. Only a new connection looks up.
 */
final class CheckedLookUp implements DnsResolver, AutoCloseable {

    /** The system's resolver can't be interrupted: what hangs there must not hold up a caller, nor grow without end. */
    private static final int THREADS = 64;

    private final LookUp system;
    private final Predicate<InetAddress> forbidden;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("look-up-", 0).factory());

    CheckedLookUp(LookUp system, Predicate<InetAddress> forbidden) {
        this.system = system;
        this.forbidden = forbidden;
    }

    @Override
    public InetAddress[] resolve(String written) throws UnknownHostException {
        var host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        var addresses = literal(host) ? new InetAddress[] {InetAddress.ofLiteral(host)} : lookUp(host);
        for (var address : addresses) {
            check(address);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    void check(InetAddress address) throws ForbiddenHost {
        if (forbidden.test(address)) {
            throw new ForbiddenHost();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static boolean literal(String host) {
        return host.indexOf(':') >= 0
                || Character.isDigit(host.charAt(host.length() - 1))
                        && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        var answer = threads.submit(() -> system.addresses(host));
        try {
            return answer.get(Math.max(1, Flight.NOW.get().remaining()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new LookUpLate(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** The address, or one of those a name stands for, is not for us to call. */
    static final class ForbiddenHost extends UnknownHostException {
        ForbiddenHost() {
            super("the address is not a public one");
        }
    }

    /** The look-up took longer than the whole call may. */
    static final class LookUpLate extends UnknownHostException {
        LookUpLate(String host) {
            super(host);
        }
    }
}
