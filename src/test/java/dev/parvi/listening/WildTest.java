package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.Source.Kind;
import dev.parvi.listening.WildFeeds.Wild;
import dev.parvi.platform.Outbound;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each gives items or a clear reason, within its time and its size. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WildTest {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @Autowired
    Outbound outbound;

    @Autowired
    HandClock clock;

    private final AtomicInteger met = new AtomicInteger();
    private final WildServer server = server();

    private static WildServer server() {
        try {
            return new WildServer();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    void one_of_each_is_met_first() {
        assertThat(all().map(Wild::name)).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    @AfterAll
    void they_are_counted() throws IOException {
        System.out.println("Kinds of breakage met in the wild and lived through: " + met);
        server.close();
    }

    Stream<Wild> all() {
        return Stream.concat(WildFeeds.all().stream(), WildHosts.all(server).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_the_wild_serves_gives_items_or_a_reason(Wild wild) {
        var path = "/" + wild.name().replaceAll("[^A-Za-z0-9]", "-");
        server.on(path, wild.reply());
        var began = System.nanoTime();

        var fetched = new Fetch(new Calling(outbound, clock, DEADLINE))
                .of(turn(server.at(path).toString()));

        // a large one is asked for twice
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(DEADLINE.multipliedBy(2).plusSeconds(1));
        switch (fetched) {
            case Fetched.Read read -> {
                var titles = new LinkedHashSet<String>();
                read.feed().items().forEach(item -> titles.add(item.title()));
                assertThat(titles).isEqualTo(wild.titles() == null ? null : new LinkedHashSet<>(wild.titles()));
                assertThat(read.feed().items()).allSatisfy(item -> {
                    assertThat(item.words().length()).isLessThanOrEqualTo(Fresh.WORDS);
                    assertThat(item.address()).matches("|https?://[!-~]+");
                });
            }
            case Fetched.Failed failed ->
                assertThat(failed.reason()).as(failed.detail()).isEqualTo(wild.reason());
            case Fetched.Same same -> throw new AssertionError(same);
        }
        met.incrementAndGet();
    }

    static Turn turn(String address) {
        return new Turn(
                new BrandId(1),
                new SourceId(1),
                Kind.FEED,
                address,
                "127.0.0.1",
                "",
                "",
                null,
                "",
                null,
                0,
                0,
                null,
                null,
                null,
                false);
    }

    static List<Fresh> items(Fetched fetched) {
        return ((Fetched.Read) fetched).feed().items();
    }
}
