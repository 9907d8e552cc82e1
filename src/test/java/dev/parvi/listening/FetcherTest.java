package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.Source.State;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources are read when their turn comes, and what came of it is remembered. */
@DeskTest
class FetcherTest {

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Fetcher fetcher;

    @Autowired
    Turns turns;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    TransactionTemplate worker;

    @Autowired
    @Qualifier("worker")
    JdbcClient queue;

    private WildServer server;
    private Seat seat;
    private SourceId source;

    @BeforeEach
    void a_feed_is_followed() throws IOException {
        server = new WildServer();
        // what another test asked of a host is over, and its sources rest while this one's are looked at
        clock.pass(Duration.ofMinutes(10));
        worker.executeWithoutResult(
                status -> queue.sql("update fetching set next_at = null").update());
        seat = given.brand();
        serve("One", "Two");
        source = in(() -> following.add(seat, NewSource.feed(server.at("/feed").toString(), "", List.of())))
                .id();
    }

    @AfterEach
    void done() throws IOException {
        in(() -> jdbc.sql("update fetching set next_at = null").update());
        server.close();
    }

    private void serve(String... titles) {
        var items =
                String.join("", List.of(titles).stream().map(WildFeeds::item).toList());
        server.on(
                "/feed",
                WildServer.ok(
                        "etag: \"" + titles.length + "\"\r\nlast-modified: Mon, 02 Nov 2026 08:00:00 GMT",
                        (WildFeeds.RSS + items + WildFeeds.END).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private Source source() {
        return in(() -> following.one(seat, source));
    }

    /** Hosts are left in peace by the clock, so time passes between turns. */
    private void turn() {
        clock.pass(Hosts.GAP.plusMillis(1));
        int due;
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            due = fetcher.turn(readers);
        }
        for (var settled = 0; settled < due; ) {
            settled += fetcher.settleNext(10_000);
        }
    }

    private void laterTurn() {
        clock.pass(Pace.LATEST.multipliedBy(2));
        turn();
    }

    private String last(String header) {
        return server.asked().getLast().headers().getOrDefault(header, "");
    }

    private long items() {
        return in(() -> jdbc.sql("select count(*) from item").query(Long.class).single());
    }

    @Test
    void a_feed_is_read_named_and_read_again_later() {
        turn();

        assertThat(items()).isEqualTo(2);
        assertThat(source().name()).isEqualTo("Feed");
        assertThat(source().site()).isEqualTo("https://example.org/");
        assertThat(source().readAt()).isEqualTo(clock.instant());
        assertThat(source().nextAt())
                .isBetween(clock.instant().plus(Pace.SOONEST), clock.instant().plus(Pace.LATEST));
        turn();
        assertThat(server.asked()).as("not before its turn").hasSize(1);
    }

    @Test
    void what_was_there_is_said_to_the_server_and_nothing_new_is_nothing() {
        turn();
        laterTurn();

        assertThat(last("if-none-match")).isEqualTo("\"2\"");
        assertThat(last("if-modified-since")).isEqualTo("Mon, 02 Nov 2026 08:00:00 GMT");
        assertThat(items()).isEqualTo(2);

        server.on("/feed", WildServer.status("304 Not Modified", "etag: \"3\"", new byte[0]));
        laterTurn();
        laterTurn();
        assertThat(last("if-none-match")).isEqualTo("\"3\"");
        assertThat(source().state()).isEqualTo(State.LIVE);
    }

    @Test
    void what_is_new_is_added() {
        turn();
        serve("Three", "One", "Two");
        laterTurn();

        assertThat(items()).isEqualTo(3);
        assertThat(source().figures().items()).isEqualTo(3);
    }

    @Test
    void a_source_that_fails_says_why_and_is_well_once_it_is_read_again() {
        turn();
        server.on("/feed", WildServer.status("500 Oh", "", new byte[0]));
        laterTurn();
        assertThat(source().state()).isEqualTo(State.FAILING);
        assertThat(source().reason()).isEqualTo("server");
        var first = Duration.between(clock.instant(), source().nextAt());
        laterTurn();
        assertThat(Duration.between(clock.instant(), source().nextAt())).isGreaterThan(first);

        serve("One", "Two");
        laterTurn();
        assertThat(source().state()).isEqualTo(State.LIVE);
        assertThat(source().reason()).isEmpty();
    }

    @Test
    void who_asks_to_be_left_in_peace_is() {
        server.on("/feed", WildServer.status("429 Too Many", "retry-after: 7200", new byte[0]));
        turn();

        assertThat(source().reason()).isEqualTo("busy");
        assertThat(source().nextAt()).isAfterOrEqualTo(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void what_is_gone_is_retired_with_notice() {
        server.on("/feed", WildServer.status("410 Gone", "", new byte[0]));
        turn();

        assertThat(source().state()).isEqualTo(State.RETIRED);
        assertThat(source().reason()).isEqualTo("gone");
        assertThat(source().nextAt()).isNull();
        assertThat(in(() -> following.gone(seat))).extracting(Source::id).containsExactly(source);
        clock.pass(Following.NOTICE.plusSeconds(1));
        assertThat(in(() -> following.gone(seat))).isEmpty();
    }

    @Test
    void what_is_not_found_time_and_again_is_retired() {
        server.on("/feed", WildServer.status("404 Not Found", "", new byte[0]));
        for (var i = 1; i < Settling.MISSING_MOST; i++) {
            laterTurn();
            assertThat(source().state()).isEqualTo(State.FAILING);
        }
        laterTurn();

        assertThat(source().state()).isEqualTo(State.RETIRED);
    }

    @Test
    void a_redirect_that_is_for_good_is_remembered_and_one_for_now_is_not() {
        var there = server.at("/feed");
        server.on("/moved", WildServer.status("301 Moved", "location: /feed", new byte[0]));
        server.on("/lent", WildServer.status("302 Found", "location: /feed", new byte[0]));
        for (var path : List.of("/moved", "/lent")) {
            in(() -> following.add(seat, NewSource.feed(server.at(path).toString(), "", List.of())));
        }
        turn();
        turn();
        turn();

        assertThat(in(() -> jdbc.sql("select address from fetching order by source_id")
                        .query(String.class)
                        .list()))
                .containsExactly(
                        there.toString(), there.toString(), server.at("/lent").toString());
    }

    @Test
    void one_host_is_not_called_by_more_than_a_few_at_once_and_is_left_in_peace_after() {
        for (var n = 0; n < 5; n++) {
            server.on("/feed" + n, "application/rss+xml", WildFeeds.RSS + WildFeeds.END);
            var address = server.at("/feed" + n).toString();
            in(() -> following.add(seat, NewSource.feed(address, "", List.of())));
        }
        turn();
        assertThat(server.asked()).hasSize(Hosts.AT_ONCE);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(fetcher.turn(readers)).as("the host is left in peace").isZero();
        }
        turn();
        assertThat(server.asked()).hasSize(2 * Hosts.AT_ONCE);
    }

    @Test
    void what_a_node_claimed_and_never_read_is_anothers_when_the_lease_ends() {
        var dead = UUID.randomUUID();
        assertThat(claimed(dead)).isEqualTo(1);
        assertThat(claimed(UUID.randomUUID())).isZero();
        turn();
        assertThat(items()).isZero();

        clock.pass(Fetcher.LEASE.plusSeconds(1));
        turn();
        assertThat(items()).isEqualTo(2);
    }

    private int claimed(UUID node) {
        return worker.execute(status -> turns.claim(node, List.of(), 5, 50, Fetcher.LEASE, clock.instant()))
                .size();
    }

    @Test
    void a_page_is_watched_and_a_change_of_its_text_is_news() {
        server.on(
                "/page",
                "text/html",
                "<html><head><title>Notice</title></head><body><p>Open until 5</p><p>Closed on Sundays</p></body></html>");
        in(() -> following.add(seat, NewSource.page(server.at("/page").toString(), "")));
        turn();
        var before = items();
        server.on(
                "/page",
                "text/html",
                "<html><head><title>Notice</title></head><body><p>Open until 6</p><p>Closed on Mondays</p></body></html>");
        laterTurn();

        assertThat(items()).isEqualTo(before + 1);
        assertThat(in(() -> jdbc.sql("select words from item where title = 'Notice'")
                        .query(String.class)
                        .single()))
                .isEqualTo("+ Closed on Mondays\n\u2212 Closed on Sundays");
    }
}
