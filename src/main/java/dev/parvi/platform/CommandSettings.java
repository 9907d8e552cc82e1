package dev.parvi.platform;

import java.net.URI;
import java.nio.file.Path;

/** The settings of a command that needs no desk around it: from the environment, as {@code ./parvi} has put them there. */
final class CommandSettings {

    private CommandSettings() {}

    static DeskSettings read() {
        var home = System.getenv("PARVI_HOME");
        return new DeskSettings(
                home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".parvi") : Path.of(home),
                System.getenv("PARVI_DATABASE_URL"),
                System.getenv("PARVI_DATABASE_USER"),
                System.getenv("PARVI_DATABASE_PASSWORD"),
                URI.create("http://localhost"),
                false,
                false);
    }
}
