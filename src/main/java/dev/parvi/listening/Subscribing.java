package dev.parvi.listening;

import dev.parvi.listening.Hubs.Asked;
import dev.parvi.listening.Hubs.Hub;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Outbound;
import dev.parvi.platform.Secrets;
import dev.parvi.platform.Tenant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * WebSub (W3C, 2018): where a feed names a hub, we ask it to tell us of news. Only a desk that can be reached from outside asks; what
 * a hub sends counts only with its signature, made with a secret that each source has of its own.
 */
@Component
public class Subscribing {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);

    static final Duration LEASE = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);
    private static final Duration REFUSED = Duration.ofDays(7);
    private static final int AT_ONCE = 20;
    private static final int SECRET_BYTES = 32;
    private static final Map<String, String> SIGNATURES =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private final Hubs hubs;
    private final Fetchings fetchings;
    private final Collecting collecting;
    private final Outbound outbound;
    private final Secrets secrets;
    private final URI desk;
    private final TransactionTemplate transaction;
    private final TransactionTemplate worker;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Subscribing(
            Hubs hubs,
            Fetchings fetchings,
            Collecting collecting,
            Outbound outbound,
            Secrets secrets,
            DeskSettings settings,
            TransactionTemplate transaction,
            @Qualifier("worker") TransactionTemplate worker,
            Clock clock) {
        this.hubs = hubs;
        this.fetchings = fetchings;
        this.collecting = collecting;
        this.outbound = outbound;
        this.secrets = secrets;
        this.desk = settings.publicAddress();
        this.transaction = transaction;
        this.worker = worker;
        this.clock = clock;
    }

    /** Asks hubs whose turn it is, where they could reach us. */
    void turn() {
        if (reachable(desk)) {
            ask();
        }
    }

    void ask() {
        var now = clock.instant();
        var due = Objects.requireNonNull(worker.execute(status -> hubs.claim(AT_ONCE, now.plus(ASKED_AGAIN), now)));
        due.forEach(this::ask);
    }

    private void ask(Hub hub) {
        var address = Links.uri(hub.address());
        if (address == null) {
            return;
        }
        var path = UUID.randomUUID();
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var sealed = secrets.seal(secret, context(path));
        worker.executeWithoutResult(status -> hubs.ask(hub, path, sealed));
        var form = "hub.mode=subscribe&hub.topic=" + encoded(hub.topic()) + "&hub.callback="
                + encoded(desk.resolve("/websub/" + path).toString()) + "&hub.secret="
                + HexFormat.of().formatHex(secret) + "&hub.lease_seconds=" + LEASE.toSeconds();
        try {
            var answer = outbound.call(
                    Call.post(address, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII)));
            if (!answer.ok()) {
                worker.executeWithoutResult(
                        status -> hubs.answered(path, "REFUSED", clock.instant().plus(REFUSED)));
            }
        } catch (CallFailed e) {
            LOG.debug("The hub {} can't be asked: {}", address.getHost(), e.getMessage());
        }
    }

    /**
     * A hub asks whether we asked.
     *
     * @return its challenge where we did
     */
    public Optional<String> confirm(UUID path, String mode, String topic, String challenge, long seconds) {
        var asked = asked(path).filter(each -> each.topic().equals(topic)).orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (mode.equals("denied")) {
            worker.executeWithoutResult(status -> hubs.answered(path, "REFUSED", now.plus(REFUSED)));
            return Optional.empty();
        }
        if (!mode.equals("subscribe") || !asked.state().equals("ASKED")) {
            return Optional.empty();
        }
        // asked again before it's over
        var lease = Duration.ofSeconds(Math.clamp(seconds * 9 / 10, SHORTEST.toSeconds(), LEASE.toSeconds()));
        worker.executeWithoutResult(status -> hubs.answered(path, "TOLD", now.plus(lease)));
        return Optional.of(challenge);
    }

    /**
     * A hub tells of news. What isn't signed, or isn't signed by it, changes nothing; what can't be read has the feed itself read.
     *
     * @param signature as in {@code X-Hub-Signature}: the method, "=", and the hexadecimal code
     * @return whether somebody was asked at that path
     */
    public boolean told(UUID path, String signature, String contentType, byte[] body) {
        var asked = asked(path).orElse(null);
        if (asked == null) {
            return false;
        }
        if (signed(secrets.open(asked.secret(), context(path)), signature, body)) {
            Tenant.run(asked.brand(), () -> take(asked, contentType, body));
        }
        return true;
    }

    private void take(Asked asked, String contentType, byte[] body) {
        try {
            var feed = FeedReader.read(body, contentType, Links.uri(asked.topic()));
            collecting.take(asked.brand(), asked.source(), feed.items());
        } catch (NotRead e) {
            transaction.executeWithoutResult(status -> fetchings.soon(asked.source(), clock.instant()));
        }
    }

    private Optional<Asked> asked(UUID path) {
        return Objects.requireNonNull(worker.execute(status -> hubs.asked(path)));
    }

    static boolean signed(byte[] secret, String signature, byte[] body) {
        var equals = signature.indexOf('=');
        var method = equals < 0
                ? null
                : SIGNATURES.get(signature.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        try {
            var mac = Mac.getInstance(method);
            // hubs know the secret as the text that they were given
            var key = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
            mac.init(new SecretKeySpec(key, method));
            var code = HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
            var said = signature.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            return MessageDigest.isEqual(code, said.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has these", e);
        }
    }

    /** Whether a hub could call the desk there. */
    static boolean reachable(URI desk) {
        var host = desk.getHost();
        if (host == null || host.indexOf('.') < 0 || host.startsWith("[")) {
            return false;
        }
        var local = List.of("127.", "10.", "192.168.", "169.254.", "172.", "0.");
        return !host.endsWith(".local")
                && !host.endsWith(".internal")
                && local.stream().noneMatch(host::startsWith);
    }

    private static String context(UUID path) {
        return "websub " + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
