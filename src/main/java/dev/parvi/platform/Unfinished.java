package dev.parvi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A note in the home folder while a backup is being restored into it: a desk must not start on half of one. */
final class Unfinished {

    private Unfinished() {}

    static void begin(Home home) throws IOException {
        Files.writeString(note(home), "A backup is being restored into this folder.\n");
    }

    static void done(Home home) throws IOException {
        Files.deleteIfExists(note(home));
    }

    static void refuse(Home home) {
        if (Files.exists(note(home))) {
            throw new StartRefused(
                    "A restore into " + home.root() + " did not come to its end.",
                    "Empty that folder and run ./parvi restore FILE again.");
        }
    }

    private static Path note(Home home) {
        return home.root().resolve("restoring");
    }
}
