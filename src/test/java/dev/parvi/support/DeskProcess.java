package dev.parvi.support;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A desk in another process, to be told things, and to be killed. */
public final class DeskProcess implements AutoCloseable {

    private static final String MARK = "@@ ";
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private String ready = "";

    private DeskProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it's ready; what it logs goes to {@code log}. */
    public static DeskProcess start(Path home, Path log, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ToldDesk.class.getName(),
                "--parvi.home=" + home,
                "--server.port=0"));
        command.addAll(List.of(settings));
        try {
            var started = new DeskProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
            Thread.ofVirtual().start(() -> started.listen(log.toFile()));
            started.ready = started.expect();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On which it's reached by HTTP. */
    public int port() {
        return Integer.parseInt(ready.substring(ready.lastIndexOf(' ') + 1));
    }

    /** Says a line and waits for the answer, at most three minutes. */
    public String ask(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return expect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private String expect() {
        try {
            var answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError(
                        "The desk did not answer; " + (process.isAlive() ? "it runs" : "it has ended"));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void listen(File log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var kept = new java.io.PrintWriter(new java.io.FileWriter(log, StandardCharsets.UTF_8, true), true)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    answers.add(line.substring(MARK.length()));
                } else {
                    kept.println(line);
                }
            }
        } catch (IOException ended) {
            answers.add("ENDED");
        }
    }
}
