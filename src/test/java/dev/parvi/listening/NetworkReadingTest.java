package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Listens;
import dev.parvi.listening.Source.State;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPosts;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class NetworkReadingTest {

    @Autowired
    private Given given;

    @Autowired
    private TuningIn tuningIn;

    @Autowired
    private Following following;

    @Autowired
    private NetworkReading reading;

    @Autowired
    private NetworkTurns turns;

    @Autowired
    private Connecting connecting;

    @Autowired
    private HandClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    private TransactionTemplate worker;

    private Seat seat;
    private Account account;
    private SourceId source;

    @BeforeEach
    void follow() throws ConnectorFailed {
        seat = given.brand();
        account = given.account(seat);
        source = in(
                () -> tuningIn.follow(seat, account.id() + ":SEARCH", "kahvi").id());
    }

    private TestPosts posts() {
        return TestNetwork.of(account.place()).posts();
    }

    private <T, X extends Exception> T in(ScopedValue.CallableOp<T, X> work) throws X {
        return Tenant.in(seat.brand(), work);
    }

    private Source standing() {
        return in(() -> transaction.execute(status -> following.one(seat, source)));
    }

    private List<String> words() {
        return in(() -> transaction.execute(
                status -> jdbc.sql("select words from item where brand_id = current_brand() order by id")
                        .query(String.class)
                        .list()));
    }

    /** As a node does whose turn it is. */
    private boolean read() {
        var reader = UUID.randomUUID();
        var mine = worker.execute(status -> turns.claim(reader, 1_000, NetworkReading.LEASE, clock.instant())).stream()
                .filter(each -> each.source().equals(source) && each.brand().equals(seat.brand()))
                .toList();
        mine.forEach(each -> reading.read(each.brand(), each.source(), reader));
        return !mine.isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    void what_was_said_comes_in_page_by_page_and_never_twice() {
        for (var i = 0; i < 25; i++) {
            posts().says("maija", "Kahvia nro " + i, now());
        }
        posts().says("maija", "Teetä", now());
        assertThat(read()).isTrue();
        assertThat(words()).hasSize(25).contains("Kahvia nro 0", "Kahvia nro 24");
        assertThat(posts().calls()).containsExactly("SEARCH kahvi ", "SEARCH kahvi 10", "SEARCH kahvi 20");
        posts().says("olli", "Kahvia vielä", now());
        clock.pass(Duration.ofMinutes(3));
        assertThat(read()).isTrue();
        assertThat(words()).hasSize(26).doesNotHaveDuplicates();
        assertThat(posts().calls()).contains("SEARCH kahvi 26");
        assertThat(standing().figures().items()).isEqualTo(26);
    }

    @Test
    void it_is_read_again_sooner_where_something_is_said() {
        assertThat(read()).isTrue();
        var quiet = Duration.between(now(), standing().nextAt());
        posts().says("maija", "Kahvia", now());
        clock.pass(quiet);
        read();
        assertThat(Duration.between(now(), standing().nextAt())).isLessThan(quiet);
    }

    @Test
    void an_edit_keeps_both_its_forms_and_shows_the_new_one() {
        var post = posts().says("maija", "Kahvia tänään", now());
        read();
        posts().says(TestPosts.of(post.said().id(), "maija", "Kahvia huomenna", now()));
        clock.pass(Duration.ofMinutes(3));
        read();
        assertThat(words()).containsExactly("Kahvia huomenna");
    }

    @Test
    void a_pause_that_the_network_asks_for_is_kept_and_the_source_says_why() {
        posts().fails(new ConnectorFailed(new Fault("limited", "slow down"), Duration.ofMinutes(42)));
        read();
        assertThat(standing().state()).isEqualTo(State.FAILING);
        assertThat(standing().reason()).isEqualTo("network");
        assertThat(standing().detail()).isEqualTo("limited: slow down");
        assertThat(standing().nextAt()).isEqualTo(now().plus(Duration.ofMinutes(42)));
        clock.pass(Duration.ofMinutes(41));
        assertThat(read()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        posts().says("maija", "Kahvia", now());
        assertThat(read()).isTrue();
        assertThat(standing().state()).isEqualTo(State.LIVE);
        assertThat(words()).containsExactly("Kahvia");
    }

    @Test
    void a_passing_fault_is_tried_again_ever_later_and_disconnects_nobody() {
        var before = Duration.ZERO;
        for (var i = 0; i < 4; i++) {
            posts().fails(new ConnectorFailed(new Fault("cut", ""), false));
            assertThat(read()).isTrue();
            var pause = Duration.between(now(), standing().nextAt());
            assertThat(pause).isGreaterThan(before);
            before = pause;
            clock.pass(pause);
        }
        assertThat(in(() -> transaction.execute(status -> connecting.get(account.id())))
                        .orElseThrow()
                        .well())
                .isTrue();
    }

    @Test
    void permission_that_is_gone_is_told_where_accounts_are() {
        posts().fails(new ConnectorFailed(new Fault("test.gone", "revoked"), true));
        read();
        assertThat(in(() -> transaction.execute(status -> connecting.get(account.id())))
                        .orElseThrow()
                        .well())
                .isFalse();
        assertThat(standing().state()).isEqualTo(State.FAILING);
    }

    @Test
    void where_more_is_said_than_is_ever_read_the_source_says_so() {
        posts().whole(false);
        read();
        assertThat(standing().state()).isEqualTo(State.LIVE);
        assertThat(standing().reason()).isEqualTo("much");
    }

    @Test
    void an_account_is_asked_no_oftener_than_its_network_allows() {
        for (var i = 0; i < 300; i++) {
            posts().says("maija", "Kahvia nro " + i, now());
        }
        read();
        assertThat(posts().calls()).hasSize(20);
        assertThat(standing().nextAt()).isAfter(now());
        clock.pass(Duration.ofMinutes(6));
        read();
        assertThat(words()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void a_paused_source_is_not_read_and_goes_on_where_it_was() {
        read();
        in(() -> transaction.execute(status -> {
            following.pause(seat, source);
            return 1;
        }));
        clock.pass(Duration.ofHours(1));
        assertThat(read()).isFalse();
        posts().says("maija", "Kahvia", now());
        in(() -> transaction.execute(status -> {
            following.resume(seat, source);
            return 1;
        }));
        assertThat(read()).isTrue();
        assertThat(words()).containsExactly("Kahvia");
    }

    @Test
    void a_reader_whose_lease_another_has_taken_saves_nothing() {
        posts().says("maija", "Kahvia", now());
        var slow = UUID.randomUUID();
        worker.execute(status -> turns.claim(slow, 1_000, NetworkReading.LEASE, now()));
        clock.pass(NetworkReading.LEASE.plusSeconds(1));
        var fast = UUID.randomUUID();
        worker.execute(status -> turns.claim(fast, 1_000, NetworkReading.LEASE, now()));
        reading.read(seat.brand(), source, slow);
        assertThat(words()).isEmpty();
        reading.read(seat.brand(), source, fast);
        assertThat(words()).containsExactly("Kahvia");
    }

    @Test
    void what_is_offered_comes_from_what_is_connected() {
        var choices = in(() -> tuningIn.choices(seat));
        assertThat(choices).extracting(TuningIn.Choice::kind).contains("account", "search", "phrase");
        assertThat(choices)
                .allMatch(each -> each.account() != null && each.account().id().equals(account.id()));
        assertThat(choices.getFirst().label()).isEqualTo("network.test.listens.account");
    }

    @Test
    void what_was_typed_wrong_is_told_at_its_field_and_nothing_is_followed() {
        var failed = catchThrowableOfType(
                ConnectorFailed.class, () -> in(() -> tuningIn.follow(seat, account.id() + ":SEARCH", " ")));
        assertThat(failed.field()).isEqualTo(Listens.TYPED);
        assertThat(catchThrowableOfType(
                        ConnectorFailed.class, () -> in(() -> tuningIn.follow(seat, "7:NOTHING", "kahvi"))))
                .isNotNull();
        List<Source> all = in(() -> transaction.execute(status -> following.all(seat)));
        assertThat(all).hasSize(1);
    }

    @Test
    void the_same_again_is_the_same_source_and_only_who_writes_may_add_one() throws ConnectorFailed {
        assertThat(in(() -> tuningIn.follow(seat, account.id() + ":SEARCH", "kahvi")))
                .isEqualTo(new Following.Followed(source, false));
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThat(catchThrowableOfType(
                        NotAllowed.class, () -> in(() -> tuningIn.follow(analyst, account.id() + ":SEARCH", "tee"))))
                .isNotNull();
    }
}
