package dev.parvi.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes our mail, as {@code parvi.smtp.*} or {@code PARVI_SMTP_*}.
 *
 * @param host without one the desk sends no mail
 * @param security {@code starttls} (needed, not just offered), {@code tls} from the first byte, or {@code none}
 * @param from who mail comes from; {@code user} where none is given
 */
@ConfigurationProperties("parvi.smtp")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("starttls") Security security,
        @Nullable String from) {

    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    boolean set() {
        return host != null && !host.isBlank() && sender() != null;
    }

    @Nullable
    String sender() {
        return from != null && !from.isBlank() ? from : user;
    }
}
