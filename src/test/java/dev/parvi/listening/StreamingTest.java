package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Streams;
import dev.parvi.connector.Streams.Event;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestPosts;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of a stream is kept: once, in its latest version, and no longer than its writer wants. */
// limit: 340 because every order in which events can come stands here beside the others
@DeskTest
class StreamingTest {

    @Autowired
    private Given given;

    @Autowired
    private TuningIn tuningIn;

    @Autowired
    private Following following;

    @Autowired
    private Streaming streaming;

    @Autowired
    private StreamCursors cursors;

    @Autowired
    private FoundPosts foundPosts;

    @Autowired
    private HandClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    private TransactionTemplate worker;

    @Autowired
    @Qualifier("worker")
    private JdbcClient workers;

    /** A network of this test's own, so that no other test's words are looked for in it. */
    private final String network = "stream" + UUID.randomUUID().toString().substring(0, 8);

    private final Recorded streams = new Recorded();
    private Seat seat;
    private SourceId source;
    private long micros = 1_000_000;

    /** Plays events, then ends as a connection does that is cut. */
    private static final class Recorded implements Streams {

        private final List<String> cursors = new ArrayList<>();
        private final Deque<Event> events = new ArrayDeque<>();

        @Override
        public boolean streaming() {
            return true;
        }

        @Override
        public Descriptor.Proof streamProof() {
            return Descriptor.Proof.RECORDED_PAYLOADS;
        }

        @Override
        public Flow flow(String cursor) {
            cursors.add(cursor);
            return new Flow() {
                @Override
                public Optional<Event> next(Duration wait) throws ConnectorFailed {
                    var next = events.poll();
                    if (next == null) {
                        throw new ConnectorFailed(new Fault("cut", "as the test says"), false);
                    }
                    return Optional.of(next);
                }

                @Override
                public void close() {}
            };
        }
    }

    @BeforeEach
    void follow() {
        seat = given.brand();
        source = follow(seat, "kahvi, teepannu");
    }

    private SourceId follow(Seat who, String words) {
        return Tenant.in(
                who.brand(), () -> tuningIn.streamed(network, words, null).id());
    }

    private String cursor() {
        micros += 1_000;
        return String.format("%018d", micros);
    }

    private Event told(String id, String text, String version, boolean edited) {
        return new Event.Told(
                TestPosts.of(network + id, "maija" + network, text, clock.instant()), version, edited, cursor());
    }

    private Event gone(String id, String version) {
        return new Event.Gone(network + id, version, cursor());
    }

    private void play(Event... events) {
        streams.events.addAll(List.of(events));
        assertThat(catchThrowableOfType(ConnectorFailed.class, () -> streaming.read(network, streams, () -> true)))
                .isNotNull();
    }

    private List<String> words(Seat who) {
        return Tenant.in(
                who.brand(),
                () -> transaction.execute(
                        status -> jdbc.sql("select words from item where brand_id = current_brand() order by id")
                                .query(String.class)
                                .list()));
    }

    private String saved() {
        return worker.execute(status -> workers.sql("select cursor from stream where network = :network")
                .param("network", network)
                .query(String.class)
                .single());
    }

    @Test
    void only_what_somebody_wants_is_kept_in_every_brand_that_wants_it() {
        var other = given.brand();
        follow(other, "suklaa");
        play(
                told("a", "Kahvia kiitos", "1", false),
                told("b", "Suklaata ja kahvia", "1", false),
                told("c", "Muuta", "1", false),
                new Event.Other(cursor()),
                new Event.Other(""));
        assertThat(words(seat)).containsExactly("Kahvia kiitos", "Suklaata ja kahvia");
        assertThat(words(other)).containsExactly("Suklaata ja kahvia");
        assertThat(saved()).isEqualTo(String.format("%018d", micros));
    }

    @Test
    void it_goes_on_from_where_it_was_and_what_comes_again_is_known() {
        var one = told("a", "Kahvia 1", "1", false);
        var two = told("b", "Kahvia 2", "1", false);
        play(one, two);
        play(one, two, told("c", "Kahvia 3", "1", false));
        play();
        assertThat(words(seat)).containsExactly("Kahvia 1", "Kahvia 2", "Kahvia 3");
        assertThat(streams.cursors).hasSize(3);
        assertThat(streams.cursors.getFirst()).isEmpty();
        assertThat(streams.cursors.getLast()).isEqualTo(String.format("%018d", micros));
    }

    @Test
    void a_cursor_never_goes_back_whatever_the_order() {
        var early = told("a", "Kahvia", "1", false);
        var late = told("b", "Kahvia myös", "1", false);
        play(late);
        play(early);
        assertThat(saved()).isEqualTo(late.cursor());
        assertThat(words(seat)).containsExactlyInAnyOrder("Kahvia", "Kahvia myös");
    }

    @Test
    void of_an_edited_post_the_latest_version_holds_in_any_order() {
        play(told("a", "Kahvia v1", "1", false));
        play(told("a", "Kahvia v3", "3", true), told("a", "Kahvia v2", "2", true));
        play(told("a", "Kahvia v1", "1", false));
        assertThat(words(seat)).containsExactly("Kahvia v3");
    }

    @Test
    void an_edit_that_came_before_the_post_itself_holds() {
        play(told("a", "Kahvia v2", "2", true));
        play(told("a", "Kahvia v1", "1", false));
        assertThat(words(seat)).containsExactly("Kahvia v2");
    }

    @Test
    void an_edit_is_taken_also_where_the_word_is_gone() {
        play(told("a", "Kahvia", "1", false));
        play(told("a", "Vettä", "2", true));
        assertThat(words(seat)).containsExactly("Vettä");
    }

    @Test
    void what_was_taken_back_loses_its_words_and_does_not_come_again() {
        play(told("a", "Kahvia", "1", false), told("b", "Kahvia jää", "1", false));
        var item = item("a");
        play(gone("a", "2"));
        assertThat(words(seat)).containsExactlyInAnyOrder("", "Kahvia jää");
        play(told("a", "Kahvia", "1", false));
        assertThat(words(seat)).containsExactlyInAnyOrder("", "Kahvia jää");
        assertThat(Tenant.in(seat.brand(), () -> foundPosts.of(item))).isEmpty();
    }

    @Test
    void what_was_taken_back_before_it_came_never_comes() {
        play(gone("a", "2"));
        play(told("a", "Kahvia", "1", false), told("b", "Kahvia b", "1", false), gone("b", "2"));
        assertThat(words(seat)).isEmpty();
    }

    @Test
    void of_one_who_left_the_network_nothing_stays() {
        play(told("a", "Kahvia", "1", false));
        play(new Event.Left("id-maija" + network, cursor()));
        assertThat(words(seat)).containsExactly("");
    }

    @Test
    void what_strangers_write_holds_nothing_up() {
        var post = TestPosts.of(network + "x", "maija", "Kahvia \0 \ud83d", java.time.Instant.MAX);
        var said = post.said();
        var odd = new dev.parvi.connector.Heard(
                said.id(),
                said.kind(),
                "\0root",
                "\0parent",
                said.speaker(),
                said.text(),
                null,
                said.at(),
                null,
                said.standing(),
                said.address(),
                List.of("\0"),
                java.util.Map.of("cid", "\0\udc00"));
        play(new Event.Told(new dev.parvi.connector.Listens.Post(odd, null), "\0", false, cursor()));
        assertThat(words(seat)).hasSize(1);
        assertThat(saved()).isEqualTo(String.format("%018d", micros));
    }

    @Test
    void a_paused_source_takes_nothing() {
        Tenant.run(seat.brand(), () -> transaction.executeWithoutResult(status -> following.pause(seat, source)));
        play(told("a", "Kahvia", "1", false));
        assertThat(words(seat)).isEmpty();
    }

    @Test
    void nobody_reads_it_while_another_node_does_and_the_next_one_when_that_died() throws ConnectorFailed {
        var other = UUID.randomUUID();
        worker.execute(status -> cursors.lease(network, other, Streaming.LEASE, clock.instant()));
        assertThat(streaming.read(network, streams, () -> true)).isEqualTo(Streaming.End.ELSEWHERE);
        assertThat(streams.cursors).isEmpty();
        clock.pass(Streaming.LEASE.plusSeconds(1));
        play(told("a", "Kahvia", "1", false));
        assertThat(words(seat)).containsExactly("Kahvia");
    }

    @Test
    void it_is_not_even_opened_while_nobody_wants_anything() throws ConnectorFailed {
        var lonely = "stream" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(streaming.read(lonely, streams, () -> true)).isEqualTo(Streaming.End.UNWANTED);
        assertThat(streams.cursors).isEmpty();
    }

    @Test
    void a_thousand_posts_mixed_repeated_and_cut_come_in_once_each() {
        var random = new java.util.Random(7);
        var all = new ArrayList<Event>();
        for (var i = 0; i < 1_000; i++) {
            all.add(told("n" + i, (i % 3 == 0 ? "Kahvia " : "Muuta ") + i, "1", false));
        }
        for (var at = 0; at < all.size(); ) {
            var to = Math.min(all.size(), at + 50 + random.nextInt(200));
            var part = new ArrayList<>(all.subList(Math.max(0, at - 20), to));
            java.util.Collections.shuffle(part, random);
            play(part.toArray(Event[]::new));
            at = to;
        }
        assertThat(words(seat)).hasSize(334).doesNotHaveDuplicates();
    }

    private dev.parvi.shared.ItemId item(String id) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> new dev.parvi.shared.ItemId(
                        jdbc.sql("select id from item where brand_id = current_brand() and key = :key::uuid")
                                .param("key", Name.of(network + id).toString())
                                .query(Long.class)
                                .single())));
    }
}
