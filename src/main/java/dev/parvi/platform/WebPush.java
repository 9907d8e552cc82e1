package dev.parvi.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings short messages to browsers through their makers' push services, which can't read them (RFC 8030, 8291, 8292). */
@Component
public class WebPush {

    private static final Logger LOG = LoggerFactory.getLogger(WebPush.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Outbound outbound;
    private final PushKeys keys;
    private final DeskSettings settings;
    private final Clock clock;

    WebPush(Outbound outbound, PushKeys keys, DeskSettings settings, Clock clock) {
        this.outbound = outbound;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A browser that wants messages, as it says itself.
     *
     * @param key its public key, base64url
     * @param auth the secret it shares with us, base64url
     */
    public record Subscription(URI endpoint, String key, String auth) {

        private static final int AUTH = 16;

        /** Whether it has the shape of one. */
        public boolean sound() {
            try {
                var scheme = String.valueOf(endpoint.getScheme());
                CurvePoints.read(bytes(key));
                return endpoint.getHost() != null
                        && (scheme.equals("https") || scheme.equals("http"))
                        && bytes(auth).length == AUTH;
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** What became of a message. */
    public enum Outcome {
        TAKEN,
        /** The browser doesn't want any more: forget the subscription. */
        GONE,
        FAILED
    }

    /** What a browser needs to subscribe: our public key, base64url. */
    public String publicKey() {
        try {
            return URL.encodeToString(keys.pair().open());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The push key can't be made", e);
        }
    }

    /**
     * Sends one message; it's kept up to a day for a browser that is off. Never call it inside a transaction.
     *
     * @param text at most 3,900 bytes
     */
    public Outcome send(Subscription to, String text) {
        try {
            var salt = new byte[PushSealing.SALT];
            RANDOM.nextBytes(salt);
            var sealed = PushSealing.seal(
                    text.getBytes(StandardCharsets.UTF_8),
                    bytes(to.key()),
                    bytes(to.auth()),
                    CurvePoints.fresh(),
                    salt);
            return outcome(outbound.call(Call.post(to.endpoint(), "application/octet-stream", sealed)
                    .with("content-encoding", "aes128gcm")
                    .with("ttl", Long.toString(KEPT.toSeconds()))
                    .with("urgency", "high")
                    .with("authorization", "vapid t=" + token(to.endpoint()) + ", k=" + publicKey())
                    .within(DEADLINE)));
        } catch (CallFailed | GeneralSecurityException | IllegalArgumentException e) {
            LOG.info(
                    "A push message did not get through to {}: {}",
                    to.endpoint().getHost(),
                    e.getMessage());
            return Outcome.FAILED;
        }
    }

    private static Outcome outcome(Answer answer) {
        if (answer.ok()) {
            return Outcome.TAKEN;
        }
        if (answer.status() == NOT_FOUND || answer.status() == GONE) {
            return Outcome.GONE;
        }
        LOG.info("{} answered {} to a push message", answer.address().getHost(), answer.status());
        return Outcome.FAILED;
    }

    /** Says who sends, for this push service alone and half a day (RFC 8292). */
    private String token(URI endpoint) throws GeneralSecurityException {
        var audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        var until = clock.instant().plus(TOKEN_LIFE).getEpochSecond();
        var head = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var body = encoded(
                "{\"aud\":\"" + audience + "\",\"exp\":" + until + ",\"sub\":\"" + settings.publicAddress() + "\"}");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.pair().secret());
        signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
        return head + "." + body + "." + URL.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String encoded) {
        return Base64.getUrlDecoder().decode(encoded.replace("=", ""));
    }
}
