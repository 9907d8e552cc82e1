package dev.parvi.tracking;

import dev.parvi.platform.Secrets;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.shared.BrandId;
import dev.parvi.tracking.Converting.Outcome;
import dev.parvi.tracking.Keys.Kept;
import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Told.Via;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what the company's own servers and telephone systems tell, once they have shown who they are. */
@Component
public class Trusting {

    /** How far a signature's time may be off. */
    static final Duration OFF_MOST = Duration.ofMinutes(5);

    /** How late a conversion may be told. */
    static final Duration LATE_MOST = Duration.ofDays(7);

    /** From one key within a minute. */
    static final int CROWD_MOST = 600;

    private static final int TRIES_MOST = 1_200;
    private static final String PREFIX = "parvi_";

    private final Keys keys;
    private final Secrets secrets;
    private final Converting converting;
    private final Salts salts;
    private final Crowd tries = new Crowd(TRIES_MOST);
    private final Crowd crowd = new Crowd(CROWD_MOST);
    private final Clock clock;

    Trusting(Keys keys, Secrets secrets, Converting converting, Salts salts, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.converting = converting;
        this.salts = salts;
        this.clock = clock;
    }

    /** By which key somebody is trusted. */
    public record Trusted(BrandId brand, long key) {}

    /** What became of it. */
    public enum Answer {
        COUNTED(201),
        KNOWN(200),
        CONTRADICTED(409),
        WRONG(422),
        CROWDED(429);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Whether this address may ask now, with whatever key. */
    public boolean mayTry(String address) {
        return tries.admits(address, clock.millis());
    }

    /** By the key itself, as {@code Authorization: Bearer} brings it. */
    public Optional<Trusted> bearer(String token) {
        var parts = token.split("_", -1);
        return parts.length != 3 || !token.startsWith(PREFIX)
                ? Optional.empty()
                : keys.open(parts[1])
                        .filter(key -> MessageDigest.isEqual(key.hash(), Token.hash(parts[2])))
                        .map(this::used);
    }

    /**
     * By a signature: HMAC-SHA256, in hexadecimal, over {@code <seconds>.<path>.<idempotency key>.<body>} with the key's secret.
     *
     * @param seconds of the epoch, as the sender's clock says
     */
    public Optional<Trusted> signed(
            String open, String seconds, String signature, String path, String once, byte[] body) {
        if (!seconds.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant())
                .abs();
        return off.compareTo(OFF_MOST) > 0
                ? Optional.empty()
                : keys.open(open)
                        .filter(key -> same(signature, mac(opened(key), seconds + "." + path + "." + once + ".", body)))
                        .map(this::used);
    }

    /** @param visitor where the server knows the address and the browser of who did it */
    public Answer tell(Trusted by, Told told, Via via, @Nullable Caller visitor) {
        if (!crowd.admits("key " + by.key(), clock.millis())) {
            return Answer.CROWDED;
        }
        var now = clock.instant();
        if (told.fault().isPresent()
                || told.at().isAfter(now.plus(OFF_MOST))
                || told.at().isBefore(now.minus(LATE_MOST))) {
            return Answer.WRONG;
        }
        var who = visitor == null ? null : visitor((int) by.brand().value(), visitor, told.at());
        return switch (Tenant.in(by.brand(), () -> converting.convert(told, via, who, false))) {
            case Outcome.COUNTED -> Answer.COUNTED;
            case Outcome.KNOWN -> Answer.KNOWN;
            case Outcome.CONTRADICTED -> Answer.CONTRADICTED;
        };
    }

    private long visitor(int brand, Caller visitor, Instant at) {
        return salts.visitor(
                brand, visitor.address(), visitor.agent() == null ? "" : visitor.agent(), at.toEpochMilli());
    }

    private Trusted used(Kept key) {
        keys.used(key, clock.instant());
        return new Trusted(key.brand(), key.id());
    }

    private byte[] opened(Kept key) {
        return secrets.open(key.secret(), context(key.brand()));
    }

    static String context(BrandId brand) {
        return "tracking.key " + brand;
    }

    private static boolean same(String signature, byte[] wanted) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().formatHex(wanted).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] mac(byte[] secret, String head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole key, as it's shown once. */
    static String whole(String open, String secret) {
        return PREFIX + open + "_" + secret;
    }
}
