package dev.parvi.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path data;
    private final String password;
    private final Process server;
    private final int port;

    private EmbeddedPostgres(Path data, String password, Process server, int port) {
        this.data = data;
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
            if (!Files.exists(home.data().resolve("PG_VERSION"))) {
                initialise(home, programs, user, password);
            }
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
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
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

    private static void initialise(Home home, Path programs, PostgresUser user, String password) throws IOException {
        user.own(Files.createDirectories(home.data()));
        var secret = Files.createTempFile("parvi", ".pw");
        try {
            Files.writeString(secret, password);
            user.own(secret);
            var command = user.command(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    home.data().toString(),
                    "-U",
                    OWNER,
                    "--pwfile",
                    secret.toString(),
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--data-checksums",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            var initdb = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (initdb.waitFor() != 0) {
                throw new IOException("initdb failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was being initialised", e);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static EmbeddedPostgres launch(
            Home home, Path programs, PostgresUser user, String password, String... settings) throws IOException {
        var port = FreePort.find();
        var log = home.root().resolve("postgres.log");
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                home.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100"));
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres").start(() -> hold(user.command(command), log, started));
        var server = started.join();
        awaitReady(home.data(), server, log);
        LOG.info("PostgreSQL answers on port {}", port);
        return new EmbeddedPostgres(home.data(), password, server, port);
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
