package dev.parvi.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.bluesky.RealView;
import dev.parvi.connector.wordpress.RealBlog;
import dev.parvi.support.DeskProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twelve people talk on two real networks while the desk reads and is killed: its inbox holds each utterance once, in its
 * place, as it stands. PARVI_SEED repeats a run's script.
 */
@Tag("networks")
class TwelvePeopleTest {

    private static final Duration LOOKING = Duration.ofSeconds(20);
    private static final int UTTERANCES = 300;
    private static final int POSTS = 6;
    private static final int KILLS = 3;

    /** Said on each network while the desk is down. */
    private static final int UNHEARD = 8;

    private static final Path FOLDER =
            Path.of("target", "twelve-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private volatile InboxSeen seen = new InboxSeen(JSON.createObjectNode());
    private DeskProcess desk;

    @Test
    void three_hundred_utterances_stand_in_the_inbox_once_in_their_places_and_states() throws Exception {
        var seed = Long.parseLong(System.getenv().getOrDefault("PARVI_SEED", Long.toString(System.nanoTime())));
        System.out.println("Twelve people, seed " + seed);
        Files.createDirectories(FOLDER);
        try (var view = new RealView()) {
            var us = view.person();
            var blog = new RealBlog();
            try {
                desk = start();
                publish(view, us, blog);
                var bluesky =
                        new BlueskyCrowd(view, us, view.posts(us), seed, UTTERANCES / 2, 450, each -> seen.holds(each));
                var numbers = blog.shown().stream()
                        .filter(each ->
                                each.path("content").path("raw").asString().contains(us.handle()))
                        .map(each -> each.path("id").asLong())
                        .toList();
                var readers = new BlogCrowd(blog, numbers, seed + 1, UTTERANCES / 2, 450, each -> seen.holds(each));
                talk(List.of(bluesky, readers));
                var all = new ArrayList<>(bluesky.all());
                all.addAll(readers.all());
                settle(all);
            } finally {
                desk.close();
            }
        }
    }

    private void publish(RealView view, RealView.Person us, RealBlog blog) throws Exception {
        connect(
                "accounts bluesky",
                " 1",
                "handle",
                us.handle(),
                "password",
                us.appPassword(),
                "server",
                view.address.toString());
        connect("join wordpress", "", "site", blog.site.toString(), "user", blog.user(), "password", blog.password());
        desk.ask("plan " + POSTS + " 500 1000 " + us.handle());
        until(Duration.ofSeconds(60), () -> view.posts(us).size() == POSTS / 2 && unsettled() == 0);
        view.settle();
    }

    private void connect(String command, String brands, String... given) throws Exception {
        var file = Files.writeString(FOLDER.resolve("account"), String.join("\t", given));
        assertThat(desk.ask(command + " " + file + brands)).startsWith("ACCOUNTS ");
    }

    /** Meanwhile the desk is killed, each time while it reads. */
    private void talk(List<Crowd> crowds) throws Exception {
        var began = Instant.now();
        var threads = crowds.stream().map(Thread::startVirtualThread).toList();
        var reading = 0;
        for (var kill = 1; kill <= KILLS; kill++) {
            var most = UTTERANCES * kill / (KILLS + 1);
            until(Duration.ofMinutes(2), () -> look() && uttered(crowds) >= most);
            reading += killWhileItReads();
            System.out.printf("Kill %d after %d utterances, %d held%n", kill, uttered(crowds), seen.size());
            // They go on talking to a desk that isn't there; not for long, so that most of a run is heard as it's said
            // however slow the machine is.
            crowds.forEach(each -> each.pauseAfter(UNHEARD));
            TimeUnit.SECONDS.sleep(3);
            desk = start();
            crowds.forEach(Crowd::goOn);
        }
        until(Duration.ofMinutes(3), () -> look() && uttered(crowds) == UTTERANCES);
        for (var each : threads) {
            each.join();
        }
        assertThat(uttered(crowds)).isEqualTo(UTTERANCES);
        assertThat(reading).as("a run whose kills hit no reading doesn't count").isPositive();
        System.out.printf(
                "They talked for %d s%n", Duration.between(began, Instant.now()).toSeconds());
    }

    private int killWhileItReads() throws Exception {
        var reading = 0;
        // By the clock: two thousand looks were over in less time than lies between two readings.
        var end = Instant.now().plus(LOOKING);
        while (reading == 0 && Instant.now().isBefore(end)) {
            reading = told("reading").path("now").asInt();
        }
        desk.kill();
        return reading;
    }

    private static int uttered(List<Crowd> crowds) throws Exception {
        var sum = 0;
        for (var each : crowds) {
            sum += each.uttered();
        }
        return sum;
    }

    private boolean look() throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        seen = new InboxSeen(told("inbox").deepCopy());
        return true;
    }

    /** Until all stands as it should, and still does after everything was read once more. */
    private void settle(List<Uttered> all) throws Exception {
        var began = Instant.now();
        until(Duration.ofMinutes(7), () -> look() && seen.differences(all).isEmpty());
        print(all);
        System.out.printf(
                "As it is %d s after the last word; %s%n",
                Duration.between(began, Instant.now()).toSeconds(), told("reading"));
        assertThat(seen.differences(all)).isEmpty();
        var then = System.currentTimeMillis();
        until(
                Duration.ofMinutes(8),
                () -> look() && told("reading").path("oldest").asDouble() > then);
        System.out.println("Read once more: " + told("reading"));
        assertThat(told("reading").path("oldest").asDouble()).isGreaterThan(then);
        assertThat(seen.differences(all)).isEmpty();
        assertThat(told("reading").path("faults").asString()).isEmpty();
    }

    private void print(List<Uttered> all) {
        var places = counted(all, each -> each.root.startsWith("at:") ? "Bluesky" : "WordPress");
        var kinds = counted(all, each -> each.kind.name());
        var states = counted(all, each -> each.gone ? "no longer shown" : each.standing.name());
        System.out.printf(
                "%d said by 12 people and us: %s, %s, %s; %d answers below answers, %d forms before an edit, %d gone, or below"
                        + " what is gone, before they could be heard; the inbox holds %d%n",
                all.size(),
                places,
                kinds,
                states,
                all.stream().filter(each -> !each.below.isEmpty()).count(),
                all.stream().mapToInt(each -> each.former.size()).sum(),
                all.stream().filter(each -> each.unheard).count(),
                seen.size());
    }

    private static TreeMap<String, Long> counted(List<Uttered> all, Function<Uttered, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private int unsettled() {
        return JSON.readTree(desk.ask("report").substring("LEDGER ".length()))
                .path("unsettled")
                .asInt();
    }

    private JsonNode told(String what) {
        return JSON.readTree(desk.ask(what).substring(what.length() + 1));
    }

    private static DeskProcess start() {
        return DeskProcess.start(FOLDER.resolve("home"), FOLDER.resolve("desk.log"), "--parvi.allow-private=true");
    }

    private interface Question {
        boolean yes() throws Exception;
    }

    private static void until(Duration most, Question question) throws Exception {
        var end = Instant.now().plus(most);
        while (!question.yes() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
