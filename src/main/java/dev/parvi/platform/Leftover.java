package dev.parvi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a PostgreSQL that was killed, or is still ending, left in its data folder. Called under the home's lock, so
 * whatever runs there has lost its desk.
 */
final class Leftover {

    private static final long ENDING_SECONDS = 30;

    private Leftover() {}

    /** Waits until no server runs on the folder, and takes away a note that names somebody else's process. */
    static void clear(Path data) throws IOException {
        var note = data.resolve("postmaster.pid");
        var running = server(note, data);
        if (running.isPresent()) {
            end(running.get());
        }
        // A process that has taken over the number would keep PostgreSQL from starting for ever.
        Files.deleteIfExists(note);
    }

    private static Optional<ProcessHandle> server(Path note, Path data) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(note);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> serves(process, data));
    }

    private static boolean serves(ProcessHandle process, Path data) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data.toString());
    }

    /** It was already told to end when its desk died; only one that hangs is killed, which loses nothing committed. */
    private static void end(ProcessHandle server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ENDING_SECONDS);
        while (server.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        if (server.isAlive()) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }
}
