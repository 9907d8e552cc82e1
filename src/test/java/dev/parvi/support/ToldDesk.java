package dev.parvi.support;

import dev.parvi.Parvi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The whole desk in a process of its own, which is told what to do on standard input; see {@link DeskProcess}. */
@Configuration(proxyBeanMethods = false)
public class ToldDesk {

    public static void main(String[] args) throws IOException {
        run(ToldDesk.class, args);
    }

    /** Starts the desk with what {@code more} adds to it, and obeys until the input ends. */
    public static void run(Class<?> more, String[] args) throws IOException {
        try (var desk = new SpringApplicationBuilder(Parvi.class, more).run(args)) {
            serve(desk);
        }
    }

    /** Says that the desk is ready, and obeys until the input ends. */
    public static void serve(ConfigurableApplicationContext desk) throws IOException {
        say("READY " + desk.getEnvironment().getProperty("local.server.port"));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            obey(desk, line.strip().split(" "));
        }
    }

    private static void obey(ConfigurableApplicationContext desk, String[] words) throws IOException {
        var load = new Load(desk);
        switch (words[0]) {
            case "accounts" -> say("ACCOUNTS " + load.accounts(words[1], given(words[2]), Integer.parseInt(words[3])));
            case "join" ->
                say("ACCOUNTS "
                        + load.join(words[1], given(words[2]).findFirst().orElseThrow()));
            case "inbox" -> say("INBOX " + new InboxReport(desk).all());
            case "reading" -> say("READING " + new InboxReport(desk).reading());
            case "plan" ->
                say("DUE "
                        + load.plan(
                                Integer.parseInt(words[1]),
                                Long.parseLong(words[2]),
                                Long.parseLong(words[3]),
                                words[4]));
            case "answer" ->
                say("DUE "
                        + new LoadOfAnswers(desk)
                                .handIn(
                                        Integer.parseInt(words[1]),
                                        Long.parseLong(words[2]),
                                        Long.parseLong(words[3]),
                                        words[4],
                                        LoadOfAnswers.said(words[5], words[6])));
            case "fill" ->
                say("FILLED " + load.fill(words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4])));
            case "listen" -> say("BRAND " + new LoadOfStreams(desk).follow(words[1], words[2]));
            case "heard" -> say("ITEMS " + new LoadOfStreams(desk).items(Long.parseLong(words[1])));
            case "report" -> say("LEDGER " + load.report());
            default -> say("UNKNOWN");
        }
    }

    /** What is given at sign-in: a line an account, its fields separated by tabs. */
    private static Stream<String[]> given(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().map(line -> line.split("\t"));
    }

    private static void say(String line) {
        System.out.println("@@ " + line);
    }
}
