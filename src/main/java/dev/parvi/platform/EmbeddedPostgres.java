package dev.parvi.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that lives and dies with this process: the kernel interrupts it when the thread that started it
 * ends, so a {@code kill -9} of the desk leaves no orphan. fsync stays on.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String OWNER = "parvi";
    private static final long READY_SECONDS = 60;
    private static final long LOG_BYTES = 10_000_000;

    private final Home home;
    private final String password;
    private final Process server;
    private final int port;

    private EmbeddedPostgres(Home home, String password, Process server, int port) {
        this.home = home;
        this.password = password;
        this.server = server;
        this.port = port;
    }

    /**
     * Unpacks, initialises where the data folder is empty, starts and waits until it accepts connections.
     *
     * @throws IllegalStateException when it does not start within 60 s; the message holds the end of its log
     */
    public static EmbeddedPostgres start(Home home, String... settings) {
        try {
            var programs = PostgresPrograms.unpacked(home.programs());
            var user = PostgresUser.of(home.root(), programs);
            var password = password(home);
            Cluster.prepare(home, programs, user, password);
            Leftover.clear(home.data());
            return launch(home, programs, user, password, settings);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "PostgreSQL could not be started in " + home.root() + ": " + e.getMessage(), e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /** The quick, clean shutdown: sessions are ended, the data folder is left consistent. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(home.postgresPort());
            long pid = Long.parseLong(Files.readAllLines(home.data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            server.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static String password(Home home) throws IOException {
        var file = home.secrets().resolve("postgres");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            PrivateFiles.write(file, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).strip();
    }

    /** Somebody else may take the free port in between: another one is tried then. */
    private static EmbeddedPostgres launch(
            Home home, Path programs, PostgresUser user, String password, String... settings) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return launch(home, programs, user, password, FreePort.find(), settings);
            } catch (IOException e) {
                if (tries == 3 || !String.valueOf(e.getMessage()).contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedPostgres launch(
            Home home, Path programs, PostgresUser user, String password, int port, String... settings)
            throws IOException {
        var log = log(home);
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(), "-D", home.data().toString()));
        command.addAll(List.of("-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=100"));
        for (var setting : PostgresTuning.settings()) {
            command.addAll(List.of("-c", setting));
        }
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres").start(() -> hold(user.command(command), log, started));
        var server = started.join();
        awaitReady(home.data(), server, log);
        Files.writeString(home.postgresPort(), Integer.toString(port));
        LOG.debug("PostgreSQL answers on port {}", port);
        return new EmbeddedPostgres(home, password, server, port);
    }

    private static Path log(Home home) throws IOException {
        var log = home.root().resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, home.root().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** The parent-death signal follows the thread that forks, so this thread stays for as long as the server runs. */
    private static void hold(List<String> command, Path log, CompletableFuture<Process> started) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Line 8 of postmaster.pid turns to "ready", and line 1 must be a process of this start, not a leftover. */
    private static void awaitReady(Path data, Process server, Path log) throws IOException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        var pidFile = data.resolve("postmaster.pid");
        while (System.nanoTime() < end && server.isAlive()) {
            var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
            if (lines.size() >= 8
                    && lines.get(7).strip().equals("ready")
                    && ours(server, lines.getFirst().strip())) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IOException("it did not become ready: " + tail(log));
    }

    private static boolean ours(Process server, String pid) {
        return Long.toString(server.pid()).equals(pid)
                || server.descendants()
                        .anyMatch(child -> Long.toString(child.pid()).equals(pid));
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readString(log).split("\n");
        return String.join("\n", Arrays.copyOfRange(lines, Math.max(0, lines.length - 12), lines.length));
    }
}
