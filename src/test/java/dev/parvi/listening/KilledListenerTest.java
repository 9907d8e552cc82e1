package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** A desk in a process of its own reads a stream that is cut, repeated and mixed, and is killed while it does. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class KilledListenerTest {

    private static final int EVENTS = 6_000;
    private static final int KILLS = 2;
    private static final Path FOLDER =
            Path.of("target", "listener-" + ProcessHandle.current().pid()).toAbsolutePath();

    private TestJetstream jetstream;
    private DeskProcess desk;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(FOLDER);
        jetstream = new TestJetstream(EVENTS, 700);
        desk = desk();
    }

    @AfterEach
    void end() throws Exception {
        desk.close();
        jetstream.close();
        // the database may still be taking its own files away
        for (var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                Files.exists(FOLDER) && System.nanoTime() < until; ) {
            FileSystemUtils.deleteRecursively(FOLDER.toFile());
        }
    }

    private DeskProcess desk() {
        return DeskProcess.start(
                FOLDER.resolve("home"),
                FOLDER.resolve("desk.log"),
                "--parvi.allow-private=true",
                "--parvi.bluesky.jetstream=" + jetstream.address());
    }

    @Test
    void after_kill_9_no_item_is_missing_and_none_doubled() throws Exception {
        var brand = desk.ask("listen bluesky:STREAM kahvi").substring("BRAND ".length());
        for (var kill = 1; kill <= KILLS; kill++) {
            jetstream.awaitSent(1_300);
            desk.kill();
            desk = desk();
            var there = heard(brand).size();
            System.out.printf(
                    "Kill %d: %d of %d items are there%n",
                    kill, there, jetstream.expected().size());
            assertThat(there)
                    .as("a kill that hits nobody in the middle doesn't count")
                    .isLessThan(jetstream.expected().size());
        }
        var heard = heard(brand);
        for (var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
                !standing(heard).equals(jetstream.expected()) && System.nanoTime() < until; ) {
            TimeUnit.MILLISECONDS.sleep(500);
            heard = heard(brand);
        }
        assertThat(standing(heard)).isEqualTo(jetstream.expected());
        // those that were deleted before they were saved never came
        assertThat(heard.size() - jetstream.expected().size()).isBetween(0, jetstream.deleted());
        assertThat(jetstream.cuts()).as("connections were cut, too").isPositive();
        System.out.printf("%d items, %d cuts%n", heard.size(), jetstream.cuts());
    }

    private static List<String> standing(List<String> heard) {
        return heard.stream().filter(each -> !each.isEmpty()).toList();
    }

    private List<String> heard(String brand) {
        var said = desk.ask("heard " + brand).substring("ITEMS ".length());
        return said.isEmpty()
                ? List.of()
                : Arrays.stream(said.split("\\|", -1)).sorted().toList();
    }
}
