package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.connector.Connectors;
import dev.parvi.platform.Database;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@Import(Planned.class)
class RecoveringTest {

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Attempts attempts;

    @Autowired
    Abandoned abandoned;

    @Autowired
    Node node;

    @Autowired
    Connectors connectors;

    @Autowired
    Database database;

    @Autowired
    @Qualifier("worker")
    TransactionTemplate worker;

    Seat seat;
    Account account;
    TestPlace place;

    @BeforeEach
    void a_brand_with_an_account() {
        seat = given.brand();
        account = given.account(seat);
        place = TestNetwork.of(account.place());
    }

    @Test
    void a_process_that_died_before_its_call_leaves_an_attempt_that_is_read_back_and_then_sent() {
        var version = plan("orphan");
        dispatching.claim(100);
        planned.orphan(version);
        assertThat(fresh().recover()).isPositive();
        turn();
        assertThat(place.calls()).as("not before the lost call's deadline").isEmpty();
        clock.pass(Duration.ofSeconds(30));
        turn();
        assertThat(place.texts()).containsExactly("orphan");
    }

    @Test
    void what_a_process_left_that_ended_long_before_this_one_looked_is_read_back_at_once() {
        var version = plan("long gone");
        dispatching.claim(100);
        planned.orphan(version);
        var begunBefore = fresh();
        clock.pass(Duration.ofMinutes(2));
        begunBefore.recover();
        turn();
        assertThat(place.texts()).containsExactly("long gone");
    }

    @Test
    void a_process_that_died_after_its_call_sends_nothing_twice() {
        var version = plan("sent");
        var claims = dispatching.claim(100);
        var opened = dispatching.open(claims);
        claims.forEach(claim -> dispatching.carry(claim, opened));
        planned.orphan(version);
        fresh().recover();
        clock.pass(Duration.ofSeconds(30));
        turn();
        assertThat(place.texts()).containsExactly("sent");
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
        assertThat(planned.in(seat, () -> attempts.of(delivery(version))))
                .extracting(Attempt::outcome)
                .containsExactly("ABANDONED", "FOUND");
    }

    @Test
    void a_network_that_dedupes_by_our_key_is_asked_at_once() {
        account = given.account(seat, TestNetwork.KEYED);
        place = TestNetwork.of(account.place());
        var version = plan("keyed");
        dispatching.claim(100);
        planned.orphan(version);
        fresh().recover();
        turn();
        assertThat(place.texts()).containsExactly("keyed");
    }

    @Test
    void an_outcome_that_comes_after_another_node_took_over_changes_nothing() {
        var version = plan("slow");
        var claims = dispatching.claim(100);
        var opened = dispatching.open(claims);
        var records =
                claims.stream().map(claim -> dispatching.carry(claim, opened)).toList();
        planned.orphan(version);
        fresh().recover();
        dispatching.record(records);
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.DUE);
        clock.pass(Duration.ofSeconds(30));
        turn();
        assertThat(place.calls()).hasSize(1);
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
    }

    /** As a process has it that begins now. */
    private Recovering fresh() {
        return new Recovering(abandoned, node, connectors, database, clock, worker, clock.instant());
    }

    private VersionId plan(String text) {
        return planned.plan(seat, account, clock.instant(), text);
    }

    private DeliveryId delivery(VersionId version) {
        return planned.in(seat, () -> deliveries.together(version).getFirst().id());
    }

    private void turn() {
        dispatching.turn(5_000);
    }
}
