package dev.parvi.planning;

import dev.parvi.brand.Brand;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Outbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Fetches the pictures that an import names, through the one way out; those that the desk has already are taken from it. */
@Component
class ImportPictures {

    /** More addresses than these are better taken in portions: somebody waits for them. */
    static final int MOST = 100;

    /** What the media store takes, and one byte more, so that the store says it. */
    private static final int BYTES = 20_000_001;

    private static final int AT_ONCE = 4;
    private static final Duration EACH = Duration.ofSeconds(15);
    private static final Duration ALL = Duration.ofSeconds(60);
    private static final Pattern OWN = Pattern.compile("/b/([^/]+)/media/([0-9a-f]{64})");

    private final Outbound outbound;
    private final MediaStore media;
    private final URI home;

    ImportPictures(Outbound outbound, MediaStore media, DeskSettings settings) {
        this.outbound = outbound;
        this.media = media;
        this.home = settings.publicAddress();
    }

    /** A picture that is kept now, or why it isn't. */
    sealed interface Fetched {

        record Kept(Media media) implements Fetched {}

        record Fault(String key, Object[] values) implements Fetched {}
    }

    /** The address at which this desk shows a picture of the brand, and by which an import finds it again. */
    String address(Brand brand, String hash) {
        return home.resolve("/b/" + brand.handle() + "/media/" + hash).toString();
    }

    /** What became of each address; takes up to a minute where sites are slow. No transaction may be open. */
    Map<String, Fetched> fetch(Brand brand, Collection<String> addresses) {
        var end = System.nanoTime() + ALL.toNanos();
        var turns = new Semaphore(AT_ONCE);
        var fetched = new HashMap<String, Fetched>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new HashMap<String, Future<Fetched>>();
            new LinkedHashSet<>(addresses)
                    .stream()
                            .limit(MOST)
                            .forEach(address ->
                                    running.put(address, threads.submit(() -> inTurn(brand, address, turns, end))));
            running.forEach((address, future) -> fetched.put(address, result(address, future)));
        }
        addresses.forEach(address -> fetched.putIfAbsent(address, fault("many", "most", MOST)));
        return fetched;
    }

    private static Fetched result(String address, Future<Fetched> future) {
        try {
            return future.get();
        } catch (ExecutionException | CancellationException e) {
            return fault("away", "address", address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fault("away", "address", address);
        }
    }

    private Fetched inTurn(Brand brand, String address, Semaphore turns, long end) throws InterruptedException {
        turns.acquire();
        try {
            var left = Duration.ofNanos(end - System.nanoTime());
            return left.isPositive()
                    ? one(brand, address, left.compareTo(EACH) < 0 ? left : EACH)
                    : fault("away", "address", address);
        } finally {
            turns.release();
        }
    }

    private Fetched one(Brand brand, String address, Duration within) {
        var uri = Links.address(address).or(() -> Links.own(address, home));
        if (uri.isEmpty()) {
            return fault("address", "address", address);
        }
        try {
            var own = OWN.matcher(uri.get().getPath());
            if (own.matches() && uri.get().getHost().equalsIgnoreCase(home.getHost())) {
                return own(brand, address, own.group(1), own.group(2));
            }
            var answer = outbound.call(
                    Call.get(uri.get()).with("accept", "image/*").atMost(BYTES).within(within));
            return answer.ok()
                    ? new Fetched.Kept(media.keep(brand.id(), new ByteArrayInputStream(answer.body())))
                    : fault("status", "address", address, "status", answer.status());
        } catch (CallFailed e) {
            return switch (e.kind()) {
                case FORBIDDEN_ADDRESS -> fault("forbidden", "address", address);
                case TOO_LARGE -> fault("platform.media.large", "address", address);
                default -> fault("away", "address", address);
            };
        } catch (MediaRefused e) {
            return fault(e.reason(), "address", address);
        } catch (IOException | IllegalArgumentException e) {
            return fault("away", "address", address);
        }
    }

    /** A picture of another brand isn't there for this one. */
    private Fetched own(Brand brand, String address, String handle, String hash) {
        try {
            return handle.equals(brand.handle())
                    ? new Fetched.Kept(media.describe(brand.id(), hash))
                    : fault("gone", "address", address);
        } catch (IOException e) {
            return fault("gone", "address", address);
        }
    }

    private static Fetched fault(String what, Object... values) {
        var key = what.startsWith("platform.media.") ? what.substring("platform.media.".length()) : what;
        return new Fetched.Fault("planning.import.picture." + key, values);
    }
}
