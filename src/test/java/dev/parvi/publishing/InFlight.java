package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.planning.AlreadyUnderWay;
import dev.parvi.platform.Tenant;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Stands at each step of the ledger, does there what people and power cuts do, and counts what came to the network.
 *
 * @param <T> the name of what is on its way
 */
abstract class InFlight<T> {

    static final String AS_PLANNED = "as planned";

    /** What a person may do while something is on its way. */
    enum Deed {
        EDIT,
        MOVE,
        WITHDRAW,
        PAUSE
    }

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Recovering recovering;

    @Autowired
    Steering steering;

    @Autowired
    Steps steps;

    /** Due now, with the text {@link #AS_PLANNED}. */
    abstract T plan(Seat seat, Account account);

    abstract void edit(Seat seat, T sent, String text);

    abstract void move(Seat seat, T sent, Instant at);

    abstract void withdraw(Seat seat, T sent);

    /** Whoever has claimed it is gone. */
    abstract void orphan(T sent);

    abstract DeliveryState state(Seat seat, T sent);

    /** What has to be so where a deed at a step was refused, or wasn't. */
    void refused(boolean refused, Step step) {}

    @AfterEach
    void nobody_listens_any_more() {
        steps.listen(step -> {});
    }

    @Test
    void the_number_of_combinations_is_printed() {
        var steps = Step.values().length;
        System.out.printf(
                "%s: %d steps x %d deeds + %d steps at which the process dies = %d%n",
                getClass().getSimpleName(), steps, Deed.values().length, steps, steps * Deed.values().length + steps);
        assertThat(steps).isGreaterThanOrEqualTo(8);
    }

    @TestFactory
    List<DynamicTest> a_change_at_any_step_either_counts_or_is_refused_and_nothing_is_sent_twice() {
        var tests = new ArrayList<DynamicTest>();
        for (var step : Step.values()) {
            for (var deed : Deed.values()) {
                tests.add(DynamicTest.dynamicTest(deed + " at " + step, () -> deedAt(deed, step)));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_process_that_dies_at_any_step_loses_nothing_and_doubles_nothing() {
        var tests = new ArrayList<DynamicTest>();
        for (var step : Step.values()) {
            tests.add(DynamicTest.dynamicTest("dies at " + step, () -> diesAt(step)));
        }
        return tests;
    }

    private void deedAt(Deed deed, Step step) throws Exception {
        var seat = given.brand();
        var account = given.account(seat);
        var place = TestNetwork.of(account.place());
        var sent = plan(seat, account);
        if (step == Step.BEFORE_LOOK) {
            orphaned(sent);
        }
        var refused = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var doing = new AtomicReference<Future<Boolean>>(CompletableFuture.completedFuture(null));
            steps.listen(once(step, () -> {
                doing.set(others.submit(() -> done(deed, seat, sent)));
                // Inside the claim's transaction the deed waits for the claim to commit; elsewhere it's done before we
                // go on.
                if (step != Step.SEALED) {
                    await(doing.get());
                }
            }));
            turns(4);
            refused.set(!doing.get().get(20, TimeUnit.SECONDS));
        }
        steps.listen(each -> {});
        turns(3);
        judge(deed, step, seat, place, refused.get());
    }

    private void judge(Deed deed, Step step, Seat seat, TestPlace place, boolean refused) {
        var late = refused || (deed == Deed.PAUSE && step != Step.BEFORE_CLAIM);
        refused(late, step);
        if (late) {
            assertThat(place.texts()).as("claimed before: it goes as it was").containsExactly(AS_PLANNED);
            return;
        }
        switch (deed) {
            case EDIT -> assertThat(place.texts()).containsExactly("as changed");
            case WITHDRAW -> assertThat(place.calls()).isEmpty();
            case MOVE -> {
                assertThat(place.calls()).isEmpty();
                clock.pass(Duration.ofMinutes(61));
                turns(2);
                assertThat(place.texts()).containsExactly(AS_PLANNED);
            }
            case PAUSE -> {
                assertThat(place.calls()).isEmpty();
                Tenant.run(seat.brand(), () -> steering.resume(seat));
                turns(2);
                assertThat(place.texts()).containsExactly(AS_PLANNED);
            }
        }
    }

    private void diesAt(Step step) {
        var seat = given.brand();
        var account = given.account(seat);
        var place = TestNetwork.of(account.place());
        var sent = plan(seat, account);
        if (step == Step.BEFORE_LOOK) {
            orphaned(sent);
        }
        steps.listen(once(step, () -> {
            throw new Died();
        }));
        try {
            turns(4);
        } catch (Died expected) {
            assertThat(place.published()).hasSizeLessThanOrEqualTo(1);
        }
        steps.listen(each -> {});
        orphan(sent);
        recovering.recover();
        clock.pass(Duration.ofSeconds(40));
        turns(3);
        assertThat(place.texts()).containsExactly(AS_PLANNED);
        assertThat(state(seat, sent)).isEqualTo(DeliveryState.PUBLISHED);
    }

    /** A process that's gone does nothing more: no handler of ours may catch this. */
    private static final class Died extends Error {}

    private boolean done(Deed deed, Seat seat, T sent) {
        try {
            switch (deed) {
                case EDIT -> edit(seat, sent, "as changed");
                case MOVE -> move(seat, sent, clock.instant().plus(Duration.ofHours(1)));
                case WITHDRAW -> withdraw(seat, sent);
                case PAUSE -> Tenant.run(seat.brand(), () -> steering.pause(seat));
            }
            return true;
        } catch (AlreadyUnderWay | AnswerUnderWay refused) {
            return false;
        }
    }

    private void orphaned(T sent) {
        dispatching.claim(100);
        orphan(sent);
        recovering.recover();
        clock.pass(Duration.ofSeconds(30));
    }

    private void turns(int times) {
        for (var i = 0; i < times; i++) {
            dispatching.turn(5_000);
        }
    }

    private static Steps.Listener once(Step at, Runnable work) {
        var done = new AtomicBoolean();
        return step -> {
            if (step == at && done.compareAndSet(false, true)) {
                work.run();
            }
        };
    }

    private static void await(Future<Boolean> doing) {
        try {
            doing.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
