package dev.parvi.platform;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What opens the keys in a backup: from {@code PARVI_BACKUP_PASSPHRASE}, from the terminal, or made up and printed once. */
final class Passphrase {

    static final String VARIABLE = "PARVI_BACKUP_PASSPHRASE";

    private Passphrase() {}

    static String forBackup() {
        var given = given();
        if (given != null) {
            return given;
        }
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Console.say("The keys in this backup open with the passphrase " + made
                + " (shown only now: keep it apart from the file;" + " or set your own in " + VARIABLE + ").");
        return made;
    }

    static String forRestore() {
        var given = given();
        var terminal = System.console();
        if (given == null && terminal != null && terminal.isTerminal()) {
            var typed = terminal.readPassword("Passphrase of the backup: ");
            given = typed == null ? null : new String(typed);
        }
        if (given == null) {
            throw new StartRefused("The keys in a backup are sealed.", "Give the passphrase as " + VARIABLE + ".");
        }
        return given;
    }

    private static @Nullable String given() {
        var given = System.getenv(VARIABLE);
        return given == null || given.isEmpty() ? null : given;
    }
}
