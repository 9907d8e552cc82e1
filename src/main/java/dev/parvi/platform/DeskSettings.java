package dev.parvi.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the person who runs the desk may set, as {@code parvi.*} or {@code PARVI_*}.
 *
 * @param home the folder for data, media and secrets
 * @param databaseUrl a JDBC address of an outside PostgreSQL; without one the desk runs its own
 * @param publicAddress how the desk is reached from outside: links in mails, feeds and posts begin with it
 * @param background whether recurring tasks and the publisher run in this process
 * @param allowPrivate whether calls may go to private and loopback addresses
 */
@ConfigurationProperties("parvi")
public record DeskSettings(
        Path home,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        URI publicAddress,
        @DefaultValue("true") boolean background,
        @DefaultValue("false") boolean allowPrivate) {

    /** Whether a PostgreSQL outside is used. */
    public boolean outside() {
        return databaseUrl != null && !databaseUrl.isBlank();
    }
}
