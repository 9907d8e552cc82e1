package dev.parvi.page;

import dev.parvi.platform.Secrets;
import dev.parvi.platform.Tenant;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Tells by a sealed time when a form was opened: who sends it within two seconds has not typed it. */
@Component
public class Stamps {

    static final Duration LEAST = Duration.ofSeconds(2);
    static final Duration MOST = Duration.ofHours(24);

    private final Secrets secrets;
    private final Clock clock;

    Stamps(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** How long a form was open. */
    enum Age {
        TOO_YOUNG,
        GOOD,
        /** Older than a day, or none of ours. */
        TOO_OLD
    }

    /** What a form of the brand whose scope it is carries. */
    public String stamp() {
        var now = ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(now, context()));
    }

    Age age(String stamp) {
        try {
            var opened = ByteBuffer.wrap(secrets.open(Base64.getUrlDecoder().decode(stamp), context()))
                    .getLong();
            var age = Duration.between(Instant.ofEpochMilli(opened), clock.instant());
            return age.compareTo(LEAST) < 0 ? Age.TOO_YOUNG : age.compareTo(MOST) > 0 ? Age.TOO_OLD : Age.GOOD;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Age.TOO_OLD;
        }
    }

    private static String context() {
        return "page.form." + Tenant.brand().map(Object::toString).orElse("");
    }
}
