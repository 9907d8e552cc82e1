package dev.parvi.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's data folder, made once. */
final class Cluster {

    private Cluster() {}

    /** A start that is killed while it makes the folder leaves none under its final name. */
    static void prepare(Home home, Path programs, PostgresUser user, String password) throws IOException {
        if (Files.exists(home.data().resolve("PG_VERSION"))) {
            return;
        }
        var fresh = home.root().resolve("data.new");
        empty(fresh);
        user.own(Files.createDirectories(fresh));
        initialise(fresh, programs, user, password);
        Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initialise(Path folder, Path programs, PostgresUser user, String password) throws IOException {
        var secret = Files.createTempFile("parvi", ".pw");
        try {
            Files.writeString(secret, password);
            user.own(secret);
            var program = List.of(programs.resolve("bin/initdb").toString(), "-D", folder.toString());
            var how = List.of(
                    "-U",
                    EmbeddedPostgres.OWNER,
                    "--pwfile",
                    secret.toString(),
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--data-checksums",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
            run(user.command(Stream.concat(program.stream(), how.stream()).toList()));
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static void run(List<String> command) throws IOException {
        var initdb = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .start();
        var said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (initdb.waitFor() != 0) {
                throw new IOException("initdb failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was being initialised", e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
