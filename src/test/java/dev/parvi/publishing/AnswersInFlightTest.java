package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Seat;
import java.time.Duration;
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
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The same as {@link InFlightTest} for what answers somebody: it has no version to be sealed. */
@DeskTest
@Import({Planned.class, Handed.class})
class AnswersInFlightTest {

    /** What a person may do while an answer is on its way. */
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
    Handed handed;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Recovering recovering;

    @Autowired
    Steering steering;

    @Autowired
    Steps steps;

    @AfterEach
    void nobody_listens_any_more() {
        steps.listen(step -> {});
    }

    @TestFactory
    List<DynamicTest> a_change_at_any_step_either_counts_or_is_refused_and_nothing_is_said_twice() {
        var tests = new ArrayList<DynamicTest>();
        for (var step : Step.values()) {
            for (var deed : Deed.values()) {
                tests.add(DynamicTest.dynamicTest(deed + " at " + step, () -> deedAt(deed, step)));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_process_that_dies_at_any_step_loses_no_answer_and_doubles_none() {
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
        var answer = handed.in(seat, account, clock.instant(), "as handed in");
        if (step == Step.BEFORE_LOOK) {
            orphaned(answer);
        }
        var refused = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var doing = new AtomicReference<Future<Boolean>>(CompletableFuture.completedFuture(null));
            steps.listen(once(step, () -> {
                doing.set(others.submit(() -> done(deed, seat, answer)));
                // Inside the claim's transaction the deed waits for the claim to commit.
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
        if (refused || (deed == Deed.PAUSE && step != Step.BEFORE_CLAIM)) {
            assertThat(place.texts()).as("claimed before: it goes as it was").containsExactly("as handed in");
            assertThat(step).as("before the claim nothing is refused").isNotEqualTo(Step.BEFORE_CLAIM);
            return;
        }
        assertThat(step).as("after the claim nothing is changed").isEqualTo(Step.BEFORE_CLAIM);
        switch (deed) {
            case EDIT -> assertThat(place.texts()).containsExactly("as changed");
            case WITHDRAW -> assertThat(place.calls()).isEmpty();
            case MOVE -> {
                assertThat(place.calls()).isEmpty();
                clock.pass(Duration.ofMinutes(61));
                turns(2);
                assertThat(place.texts()).containsExactly("as handed in");
            }
            case PAUSE -> {
                assertThat(place.calls()).isEmpty();
                Tenant.run(seat.brand(), () -> steering.resume(seat));
                turns(2);
                assertThat(place.texts()).containsExactly("as handed in");
            }
        }
    }

    private void diesAt(Step step) {
        var seat = given.brand();
        var account = given.account(seat);
        var place = TestNetwork.of(account.place());
        var answer = handed.in(seat, account, clock.instant(), "as handed in");
        if (step == Step.BEFORE_LOOK) {
            orphaned(answer);
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
        handed.orphan(answer);
        recovering.recover();
        clock.pass(Duration.ofSeconds(40));
        turns(3);
        assertThat(place.texts()).containsExactly("as handed in");
        assertThat(handed.state(seat, answer)).isEqualTo(DeliveryState.PUBLISHED);
    }

    /** A process that's gone does nothing more: no handler of ours may catch this. */
    private static final class Died extends Error {}

    private boolean done(Deed deed, Seat seat, DeliveryId answer) {
        try {
            switch (deed) {
                case EDIT -> handed.edit(seat, answer, "as changed", clock.instant());
                case MOVE ->
                    handed.edit(seat, answer, "as handed in", clock.instant().plus(Duration.ofHours(1)));
                case WITHDRAW -> handed.withdraw(seat, answer);
                case PAUSE -> Tenant.run(seat.brand(), () -> steering.pause(seat));
            }
            return true;
        } catch (AnswerUnderWay refused) {
            return false;
        }
    }

    private void orphaned(DeliveryId answer) {
        dispatching.claim(100);
        handed.orphan(answer);
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
