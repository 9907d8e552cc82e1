package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class RoundsTest {

    @Autowired
    Given given;

    @Autowired
    Rounds rounds;

    @Autowired
    Stirring stirring;

    @Autowired
    HandClock clock;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    private Seat seat;

    @BeforeEach
    void nobody_else_is_due() {
        worker.sql("update reading set next_at = null").update();
        seat = given.brand();
    }

    private List<Account> accounts(String network, int n) {
        var accounts = new ArrayList<Account>();
        for (var i = 0; i < n; i++) {
            accounts.add(given.account(seat, network));
        }
        stirring.enlist(seat.brand());
        return accounts;
    }

    private static TestTalks talks(Account account) {
        return TestNetwork.of(account.place()).talks();
    }

    private static void until(BooleanSupplier there) {
        while (!there.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static long read(List<Account> accounts) {
        return accounts.stream().filter(each -> !talks(each).calls().isEmpty()).count();
    }

    @Test
    void a_network_that_is_slow_fills_its_own_lane_and_nobody_elses() {
        var slow = accounts(TestNetwork.KEY, Rounds.LANE + 2);
        var gates = slow.stream().map(each -> talks(each).shut()).toList();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(rounds.turn(readers)).isEqualTo(Rounds.LANE);
            until(() -> read(slow) == Rounds.LANE);
            assertThat(rounds.turn(readers)).as("its lane is full").isZero();

            var quick = accounts(TestNetwork.KEYED, 3);
            assertThat(rounds.turn(readers)).isEqualTo(3);
            until(() -> read(quick) == 3);
            assertThat(read(slow)).isEqualTo(Rounds.LANE);

            gates.forEach(CountDownLatch::countDown);
            var more = new int[1];
            until(() -> (more[0] += rounds.turn(readers)) == 2);
            until(() -> read(slow) == Rounds.LANE + 2);
        }
    }

    @Test
    void an_account_whose_turn_it_is_not_is_left_alone() {
        var account = accounts(TestNetwork.KEY, 1).getFirst();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(rounds.turn(readers)).isEqualTo(1);
        }
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(rounds.turn(readers)).isZero();
            clock.pass(Rhythm.SOONEST);
            assertThat(rounds.turn(readers)).isEqualTo(1);
        }
        assertThat(talks(account).calls()).hasSize(2);
    }
}
