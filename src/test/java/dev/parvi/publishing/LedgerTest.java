package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(Planned.class)
class LedgerTest {

    private static final Fault FAULT = new Fault("test", "said the network");

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Steering steering;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Attempts attempts;

    @Autowired
    DeliveryFates fates;

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
    void what_is_due_goes_out_once_with_the_text_that_was_planned() {
        var version = plan("Hyvää huomenta");
        turn();
        turn();
        assertThat(place.texts()).containsExactly("Hyvää huomenta");
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
    }

    @Test
    void its_attempts_go_with_a_delivery_and_with_nothing_else() {
        var stays = plan("goes out");
        turn();
        place.answers(new PublishOutcome.Rejected(FAULT));
        var version = plan("refused, and thrown away");
        turn();
        var refused = delivery(version);
        assertThat(planned.in(seat, () -> attempts.of(refused))).hasSize(1);

        planned.in(seat, () -> {
            deliveries.withdraw(version);
            return true;
        });

        assertThat(planned.in(seat, () -> attempts.of(refused))).isEmpty();
        assertThat(planned.in(seat, () -> attempts.of(delivery(stays)))).hasSize(1);
    }

    @Test
    void nothing_is_claimed_earlier_than_half_a_second_before_its_instant() {
        planned.plan(seat, account, clock.instant().plusMillis(501), "Later");
        assertThat(dispatching.claim(10)).noneMatch(claim -> claim.brand().equals(seat.brand()));
        clock.pass(Duration.ofMillis(1));
        assertThat(dispatching.claim(10)).anyMatch(claim -> claim.brand().equals(seat.brand()));
    }

    @Test
    void parts_of_a_thread_go_out_in_order_each_below_the_one_before() {
        plan("one", "two", "three");
        turn();
        assertThat(place.texts()).containsExactly("one");
        turn();
        turn();
        assertThat(place.texts()).containsExactly("one", "two", "three");
        assertThat(place.published().get(2).before()).hasSize(2);
    }

    @Test
    void a_refused_post_stops_and_may_be_changed_and_tried_again() {
        place.answers(new PublishOutcome.Rejected(FAULT));
        var version = plan("refused");
        turn();
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.FAILED);
        planned.edit(seat, version, "mended");
        turn();
        assertThat(place.texts()).containsExactly("mended");
    }

    @Test
    void a_rate_limit_holds_the_account_and_then_it_goes() {
        place.answers(new PublishOutcome.RetryAfter(FAULT, Duration.ofMinutes(2)));
        plan("held");
        turn();
        plan("also held");
        turn();
        assertThat(place.texts()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        turn();
        assertThat(place.texts()).containsExactlyInAnyOrder("held", "also held");
    }

    @Test
    void an_answer_lost_on_the_way_back_is_read_back_and_never_sent_again() {
        place.takesAndIsCut();
        var version = plan("taken");
        turn();
        clock.pass(Duration.ofMinutes(1));
        turn();
        assertThat(place.texts()).containsExactly("taken");
        assertThat(place.calls()).hasSize(1);
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
    }

    @Test
    void what_was_lost_on_the_way_there_is_found_absent_and_sent() {
        place.isCutBefore();
        plan("lost");
        turn();
        clock.pass(Duration.ofMinutes(1));
        turn();
        assertThat(place.texts()).containsExactly("lost");
        assertThat(place.calls()).hasSize(2);
    }

    @Test
    void what_nobody_can_tell_is_shown_to_a_person_who_decides() {
        place.isCutBefore();
        var version = plan("doubtful");
        turn();
        for (var i = 0; i < Judging.MOST_TRIES; i++) {
            place.finds(new Finding.CannotTell(FAULT));
            clock.pass(Duration.ofMinutes(11));
            turn();
        }
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(place.calls()).hasSize(1);
        assertThat(planned.in(seat, () -> steering.sendUnseen(seat, delivery(version))))
                .isTrue();
        turn();
        assertThat(place.texts()).containsExactly("doubtful");
    }

    @Test
    void a_person_who_finds_it_there_records_where() {
        place.takesAndIsCut();
        place.finds(new Finding.CannotTell(FAULT));
        var version = plan("there");
        turn();
        for (var i = 0; i < Judging.MOST_TRIES; i++) {
            place.finds(new Finding.CannotTell(FAULT));
            clock.pass(Duration.ofMinutes(11));
            turn();
        }
        planned.in(seat, () -> steering.recordPublished(seat, delivery(version), URI.create("https://x.example/1")));
        turn();
        assertThat(place.texts()).containsExactly("there");
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.PUBLISHED);
    }

    @Test
    void a_lost_permission_holds_everything_for_the_account_and_says_so() {
        place.answers(new PublishOutcome.NeedsReauth(FAULT));
        var version = plan("waits");
        turn();
        clock.pass(Duration.ofMinutes(5));
        turn();
        assertThat(place.calls()).hasSize(1);
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.DUE);
        assertThat(planned.in(
                        seat,
                        () -> deliveries.get(delivery(version)).orElseThrow().heldUntil()))
                .isNotNull();
    }

    @Test
    void what_is_later_than_the_brands_limit_waits_for_a_person() {
        var version = plan("late");
        clock.pass(Duration.ofMinutes(31));
        turn();
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.LATE);
        planned.in(seat, () -> steering.tryAgain(seat, delivery(version)));
        turn();
        assertThat(place.texts()).containsExactly("late");
    }

    @Test
    void a_paused_brand_sends_nothing_and_goes_on_when_told() {
        plan("paused");
        in(() -> steering.pause(seat));
        turn();
        assertThat(place.calls()).isEmpty();
        in(() -> steering.resume(seat));
        turn();
        assertThat(place.texts()).containsExactly("paused");
    }

    @Test
    void each_brand_gets_its_share_of_what_is_taken_at_once() {
        for (var i = 0; i < 60; i++) {
            plan("many " + i);
        }
        var other = given.brand();
        var quiet = given.account(other);
        planned.plan(other, quiet, clock.instant(), "one");
        var claims = dispatching.claim(40);
        assertThat(claims).anyMatch(claim -> claim.brand().equals(other.brand()));
    }

    @Test
    void planning_is_told_what_became_of_its_versions() {
        var version = plan("told");
        turn();
        var fate = planned.in(seat, () -> fates.of(java.util.List.of(version)).get(version));
        assertThat(fate.state()).isEqualTo(dev.parvi.planning.Fates.State.PUBLISHED);
        assertThat(fate.address()).isNotNull();
    }

    private VersionId plan(String... parts) {
        return planned.plan(seat, account, clock.instant(), parts);
    }

    private DeliveryId delivery(VersionId version) {
        return planned.in(seat, () -> deliveries.together(version).getFirst().id());
    }

    private void turn() {
        dispatching.turn(5_000);
    }

    private void in(Runnable work) {
        Tenant.run(seat.brand(), work);
    }
}
