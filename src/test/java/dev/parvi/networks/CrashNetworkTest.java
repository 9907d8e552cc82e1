package dev.parvi.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts on a real server while everything dies: each is there exactly once, with the text that was planned. */
@Tag("networks")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashNetworkTest {

    private static final int ACCOUNTS = 50;
    private static final String WORDS = "Hyvää huomenta, доброе утро ☕️";
    private static final Path FOLDER =
            Path.of("target", "crash-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Random RANDOM = new Random();

    private static BlueskyServers servers;
    private static List<BlueskyServers.Account> accounts;
    private static DeskProcess desk;

    @BeforeAll
    static void connect_fifty_accounts() throws IOException {
        Files.createDirectories(FOLDER);
        try (var port = new ServerSocket(0)) {
            var free = port.getLocalPort();
            port.close();
            servers = new BlueskyServers(FOLDER.resolve("network"), free);
        }
        accounts = servers.accounts(ACCOUNTS, "crash");
        Files.write(
                FOLDER.resolve("accounts"),
                accounts.stream()
                        .map(each -> String.join(
                                "\t",
                                "handle",
                                each.handle(),
                                "password",
                                each.appPassword(),
                                "server",
                                servers.address().toString()))
                        .toList());
        desk = start();
        assertThat(desk.ask("accounts bluesky " + FOLDER.resolve("accounts") + " 5"))
                .isEqualTo("ACCOUNTS " + ACCOUNTS);
    }

    @AfterAll
    static void end() {
        if (desk != null) {
            desk.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    @Order(1)
    void five_hundred_posts_over_fifty_accounts_and_the_desk_is_killed_five_times() throws Exception {
        var due = plan(500, "killed");
        var hits = 0;
        for (var kill = 1; kill <= 5; kill++) {
            sleepUntil(Math.max(due, System.currentTimeMillis()) + 300 + RANDOM.nextInt(1_200));
            desk.kill();
            desk = start();
            var ready = System.currentTimeMillis();
            var open = leftOpen(hits);
            hits += open;
            System.out.printf("Kill %d: %d open attempts; ready again, %s%n", kill, open, report().get("states"));
            assertThat(workGoesOn(ready))
                    .as("work goes on within 2 s of readiness")
                    .isTrue();
        }
        assertThat(hits)
                .as("a run whose kills hit no open attempt doesn't count")
                .isPositive();
        finish(500, "killed");
    }

    @Test
    @Order(2)
    void the_server_is_killed_and_comes_back_with_its_data() throws Exception {
        var due = plan(300, "server");
        for (var kill = 1; kill <= 2; kill++) {
            sleepUntil(Math.max(due, System.currentTimeMillis()) + 1_000 + RANDOM.nextInt(1_500));
            servers.killServer();
            servers.start();
        }
        finish(300, "server");
    }

    @Test
    @Order(3)
    void a_proxy_cuts_the_connection_after_the_request_went_through() throws Exception {
        servers.misbehave("[{\"mode\":\"cut\",\"match\":\"putRecord\",\"share\":0.3}]");
        plan(300, "cut");
        finish(300, "cut");
        System.out.println("Cut: " + servers.report());
        servers.misbehave("[]");
    }

    @Test
    @Order(4)
    void the_server_answers_too_many_requests() throws Exception {
        servers.misbehave("[{\"mode\":\"limit\",\"match\":\"putRecord\",\"share\":0.2,\"retryAfter\":1}]");
        plan(300, "limited");
        finish(300, "limited");
        System.out.println("Limited: " + servers.report());
        servers.misbehave("[]");
    }

    @Test
    @Order(5)
    void three_hundred_answers_while_the_desk_is_killed_three_times() throws Exception {
        var root = servers.say(accounts.getFirst(), "Mitä mieltä olette?");
        var before = report().get("abandoned").asInt();
        var due = answer(300, "answered", root);
        var hits = 0;
        for (var kill = 1; kill <= 3; kill++) {
            sleepUntil(Math.max(due, System.currentTimeMillis()) + 300 + RANDOM.nextInt(1_200));
            desk.kill();
            desk = start();
            var ready = System.currentTimeMillis();
            var open = leftOpen(before + hits);
            hits += open;
            System.out.printf("Kill %d among answers: %d open attempts%n", kill, open);
            assertThat(workGoesOn(ready)).isTrue();
        }
        assertThat(hits)
                .as("a run whose kills hit no open attempt doesn't count")
                .isPositive();
        finish(300, "answered");
        allBelow("answered", root[0]);
    }

    @Test
    @Order(6)
    void answers_whose_outcome_a_proxy_cuts_off_are_never_doubled() throws Exception {
        var root = servers.say(accounts.getLast(), "Ja te?");
        servers.misbehave("[{\"mode\":\"cut\",\"match\":\"putRecord\",\"share\":0.3}]");
        answer(200, "cut-answers", root);
        finish(200, "cut-answers");
        System.out.println("Cut answers: " + servers.report());
        servers.misbehave("[]");
        allBelow("cut-answers", root[0]);
    }

    private static long answer(int answers, String name, String[] said) {
        return Long.parseLong(
                desk.ask("answer " + answers + " 4000 8000 " + words(name) + " " + said[0] + " " + said[1])
                        .substring("DUE ".length()));
    }

    private static void allBelow(String name, String root) throws IOException {
        for (var account : accounts) {
            assertThat(servers.records(account))
                    .filteredOn(each -> each.get("text").asString().startsWith(words(name)))
                    .allSatisfy(each -> assertThat(each.path("reply")
                                    .path("parent")
                                    .path("uri")
                                    .asString())
                            .isEqualTo(root));
        }
    }

    private static DeskProcess start() {
        return DeskProcess.start(FOLDER.resolve("home"), FOLDER.resolve("desk.log"), "--parvi.allow-private=true");
    }

    private static long plan(int posts, String name) {
        var due = Long.parseLong(
                desk.ask("plan " + posts + " 4000 10000 " + words(name)).substring("DUE ".length()));
        return due;
    }

    /** Words without spaces, as the desk's command line wants them. */
    private static String words(String name) {
        return (WORDS + " " + name).replace(' ', '\u00a0');
    }

    private static JsonNode report() {
        return JSON.readTree(desk.ask("report").substring("LEDGER ".length()));
    }

    /** How many attempts the dead process left open: the next one closes them as abandoned, all at once. */
    private static int leftOpen(int known) throws InterruptedException {
        var abandoned = known;
        for (var look = 0; look < 10 && abandoned == known; look++) {
            sleepUntil(System.currentTimeMillis() + 50);
            abandoned = report().get("abandoned").asInt();
        }
        return abandoned - known;
    }

    /** Either everything is out already, or another call was begun within 2 s. */
    private static boolean workGoesOn(long ready) throws InterruptedException {
        while (System.currentTimeMillis() < ready + 2_000) {
            var now = report();
            if (now.get("lastRecorded").asDouble() > ready || now.get("waiting").asInt() == 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private static void finish(int posts, String name) throws Exception {
        var until = System.currentTimeMillis() + Duration.ofMinutes(4).toMillis();
        while (report().get("unsettled").asInt() > 0 && System.currentTimeMillis() < until) {
            TimeUnit.MILLISECONDS.sleep(250);
        }
        System.out.printf("%s: %s%n", name, report());
        var there = new TreeMap<String, Integer>();
        for (var account : accounts) {
            servers.texts(account).forEach((text, times) -> there.merge(text, times, Integer::sum));
        }
        var expected = IntStream.range(0, posts).boxed().collect(Collectors.toMap(i -> words(name) + " " + i, i -> 1));
        assertThat(there.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(words(name)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(expected);
    }

    private static void sleepUntil(long time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.max(0, time - System.currentTimeMillis()));
    }
}
