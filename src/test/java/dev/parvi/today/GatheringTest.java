package dev.parvi.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Fault;
import dev.parvi.planning.Approval;
import dev.parvi.planning.PostState;
import dev.parvi.planning.Slotting;
import dev.parvi.planning.WaitingPost;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class GatheringTest {

    /** The hand-set clock's first day: a Monday, ten o'clock in Helsinki. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Autowired
    Given given;

    @Autowired
    Posted posted;

    @Autowired
    HandClock clock;

    @Autowired
    Gathering gathering;

    @Autowired
    Branding branding;

    @Autowired
    Accessing accessing;

    @Autowired
    Slotting slotting;

    @Autowired
    Approval approval;

    Seat seat;

    @BeforeEach
    void a_brand_on_a_monday_morning() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    @Test
    void a_brand_without_account_is_at_its_beginning_and_is_offered_what_needs_no_key() {
        var today = today();
        assertThat(today.beginning()).isTrue();
        assertThat(today.opening())
                .extracting(Descriptor::network)
                .contains("page")
                .doesNotContain(TestNetwork.KEY);
    }

    @Test
    void a_brand_with_an_account_and_nothing_to_do_is_quiet() {
        given.account(seat);
        assertThat(today().quiet()).isTrue();
        assertThat(today().beginning()).isFalse();
    }

    @Test
    void an_account_that_lost_its_permission_is_to_be_signed_in_to() {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", ""));
        assertThat(today().lost()).extracting(Account::id).containsExactly(account.id());
    }

    @Test
    void what_failed_what_is_unknown_and_what_is_late_waits_for_a_decision_the_oldest_first() {
        var account = given.account(seat);
        posted.delivery(seat, account, "late", MONDAY.atTime(11, 0), DeliveryState.LATE);
        posted.delivery(seat, account, "failed", MONDAY.atTime(10, 30), DeliveryState.FAILED);
        posted.delivery(seat, account, "unknown", MONDAY.atTime(11, 30), DeliveryState.UNKNOWN);
        posted.delivery(seat, account, "done", MONDAY.atTime(10, 45), DeliveryState.PUBLISHED);
        assertThat(today().stopped()).extracting(Delivery::text).containsExactly("failed", "late", "unknown");
    }

    @Test
    void only_what_a_member_posts_by_hand_is_to_be_copied() {
        var byHand = posted.byHand(seat);
        var account = given.account(seat);
        posted.delivery(seat, byHand, "copy me", MONDAY.atTime(10, 1), DeliveryState.PENDING);
        posted.delivery(seat, account, "the network works on it", MONDAY.atTime(10, 1), DeliveryState.PENDING);
        assertThat(today().byHand()).extracting(Delivery::text).containsExactly("copy me");
    }

    @Test
    void today_is_a_day_in_the_zone_of_the_brand() {
        var account = given.account(seat);
        posted.planned(seat, "before midnight", MONDAY.atTime(23, 59), account);
        posted.planned(seat, "after midnight", MONDAY.plusDays(1).atTime(0, 0), account);
        assertThat(today().going()).extracting(Today.Going::text).containsExactly("before midnight");
    }

    @Test
    void a_post_that_goes_to_two_accounts_is_one_line() {
        posted.planned(seat, "to both", MONDAY.atTime(12, 0), given.account(seat), given.account(seat));
        assertThat(today().going())
                .singleElement()
                .satisfies(going -> assertThat(going.deliveries()).hasSize(2));
    }

    @Test
    void the_slots_of_seven_days_that_nothing_is_planned_in_are_shown_by_day() {
        var account = given.account(seat);
        in(() -> slotting.add(seat, account.id(), List.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY), LocalTime.of(9, 0)));
        posted.planned(seat, "fills Tuesday", MONDAY.plusDays(1).atTime(9, 0), account);
        assertThat(today().gaps())
                .singleElement()
                .satisfies(day -> assertThat(day.gaps())
                        .extracting(gap -> gap.at())
                        .containsExactly(LocalDateTime.of(2026, 11, 9, 9, 0)));
    }

    @Test
    void posts_that_are_not_planned_wait_those_that_ask_for_a_yes_first() {
        var draft = posted.draft(seat, "a draft");
        var asked = posted.draft(seat, "asks");
        posted.planned(seat, "planned", MONDAY.atTime(12, 0), given.account(seat));
        in(() -> approval.ask(seat, asked, ""));
        assertThat(today().waiting()).extracting(WaitingPost::post).containsExactly(asked, draft);
        assertThat(today().waiting()).extracting(WaitingPost::state).containsExactly(PostState.ASKED, PostState.DRAFT);
    }

    @Test
    void of_many_drafts_the_latest_are_shown_and_the_others_counted() {
        for (var n = 1; n <= 7; n++) {
            clock.pass(java.time.Duration.ofMinutes(1));
            posted.draft(seat, "draft " + n);
        }
        assertThat(today().waiting())
                .extracting(WaitingPost::said)
                .containsExactly("draft 7", "draft 6", "draft 5", "draft 4", "draft 3");
        assertThat(today().more(PostState.DRAFT)).isEqualTo(2);
    }

    @Test
    void another_brands_day_is_not_seen() {
        var other = given.brand();
        posted.delivery(other, given.account(other), "theirs", MONDAY.atTime(10, 30), DeliveryState.FAILED);
        posted.draft(other, "theirs");
        given.account(seat);
        assertThat(today().quiet()).isTrue();
    }

    private Today today() {
        return Tenant.in(seat.brand(), () -> gathering.gather(branding.current()));
    }

    private void in(Runnable work) {
        Tenant.run(seat.brand(), work);
    }
}
