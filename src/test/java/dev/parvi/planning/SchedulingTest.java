package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

// limit: 340 because each way to plan stands here beside the others
@DeskTest
@RecordApplicationEvents
class SchedulingTest {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-05T12:00");
    private static final WallTime.Choice FIRST = WallTime.Choice.FIRST;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Slots slots;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    ApplicationEvents events;

    GivenPosts posts;
    Seat seat;
    AccountId account;
    PostId post;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = posts.account(seat);
        post = posts.post(seat, "Fresh beans", account);
    }

    @Test
    void a_post_is_planned_for_a_wall_time_and_others_are_told_in_the_same_transaction() {
        var planned = in(() -> scheduling.at(seat, post, NOON, FIRST));
        var at = Instant.parse("2026-11-05T10:00:00Z");
        var version = posts.versions(seat, post).getFirst();
        assertThat(planned).extracting(each -> each.reading().instant()).containsExactly(at);
        assertThat(events.stream(VersionScheduled.class))
                .containsExactly(
                        new VersionScheduled(seat.brand(), post, version, account, "page", 1, 1, at, seat.member()));
        assertThat(stored("planned_zone")).isEqualTo("Europe/Helsinki");
        assertThat(stored("planned_local::text")).isEqualTo("2026-11-05 12:00:00");
        assertThat(state()).isEqualTo("PLANNED");
    }

    @Test
    void now_means_this_instant() {
        assertThat(in(() -> scheduling.now(seat, post)).getFirst().reading().instant())
                .isEqualTo(HandClock.START);
    }

    @Test
    void every_version_that_is_open_is_planned_and_one_that_is_under_way_stays() {
        var both = posts.post(seat, "Both", account, posts.account(seat));
        posts.seal(seat, posts.versions(seat, both).getFirst());
        assertThat(in(() -> scheduling.at(seat, both, NOON, FIRST)))
                .extracting(Scheduling.Scheduled::version)
                .containsExactly(posts.versions(seat, both).getLast());
    }

    @Test
    void what_was_claimed_is_neither_planned_moved_taken_back_nor_changed() {
        in(() -> scheduling.at(seat, post, NOON, FIRST));
        var version = posts.versions(seat, post).getFirst();
        posts.seal(seat, version);
        events.clear();
        assertThatThrownBy(() -> in(() -> scheduling.at(seat, post, NOON, FIRST)))
                .isInstanceOf(AlreadyUnderWay.class);
        assertThatThrownBy(() -> in(() -> scheduling.move(seat, version, NOON))).isInstanceOf(AlreadyUnderWay.class);
        assertThatThrownBy(() -> run(() -> scheduling.unplan(seat, post))).isInstanceOf(AlreadyUnderWay.class);
        assertThatThrownBy(() -> run(() -> scheduling.contentChanged(seat, version)))
                .isInstanceOf(AlreadyUnderWay.class);
        assertThat(events.stream(VersionScheduled.class)).isEmpty();
        assertThat(events.stream(VersionWithdrawn.class)).isEmpty();
    }

    @Test
    void a_moved_version_has_its_new_time() {
        in(() -> scheduling.at(seat, post, NOON, FIRST));
        var moved = in(() -> scheduling.move(seat, posts.versions(seat, post).getFirst(), NOON.plusDays(1)));
        assertThat(moved.getFirst().reading().instant()).isEqualTo(Instant.parse("2026-11-06T10:00:00Z"));
        assertThat(stored("planned_local::text")).isEqualTo("2026-11-06 12:00:00");
    }

    @Test
    void shifted_versions_keep_their_time_of_day_over_a_change_of_the_clocks() {
        in(() -> scheduling.at(seat, post, LocalDateTime.parse("2027-03-27T12:00"), FIRST));
        var moved = in(() -> scheduling.shift(seat, posts.versions(seat, post), 1, 0));
        assertThat(moved.getFirst().reading().instant()).isEqualTo(Instant.parse("2027-03-28T09:00:00Z"));
    }

    @Test
    void an_unplanned_post_is_a_draft_again_and_its_delivery_is_withdrawn() {
        in(() -> scheduling.at(seat, post, NOON, FIRST));
        run(() -> scheduling.unplan(seat, post));
        var version = posts.versions(seat, post).getFirst();
        assertThat(events.stream(VersionWithdrawn.class))
                .containsExactly(new VersionWithdrawn(seat.brand(), version, seat.member()));
        assertThat(state()).isEqualTo("DRAFT");
        assertThat(posts.one(seat, Long.class, "select count(*) from version where planned_at is not null"))
                .isZero();
    }

    @Test
    void a_post_with_one_version_still_planned_stays_planned() {
        var both = posts.post(seat, "Both", account, posts.account(seat));
        in(() -> scheduling.at(seat, both, NOON, FIRST));
        run(() -> scheduling.unplan(seat, posts.versions(seat, both).getFirst()));
        assertThat(posts.one(seat, String.class, "select state from post where id = " + both))
                .isEqualTo("PLANNED");
    }

    @Test
    void changed_content_of_a_planned_version_is_told_with_its_parts() {
        in(() -> scheduling.at(seat, post, NOON, FIRST));
        posts.run(seat, "update version set content = '{\"parts\":[{},{},{}],\"comments\":[]}'");
        events.clear();
        run(() -> scheduling.contentChanged(seat, posts.versions(seat, post).getFirst()));
        assertThat(events.stream(VersionScheduled.class))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.parts() + "+" + event.comments()).isEqualTo("3+0"));
    }

    @Test
    void changed_content_of_a_draft_is_nobodys_business() {
        run(() -> scheduling.contentChanged(seat, posts.versions(seat, post).getFirst()));
        assertThat(events.stream(VersionScheduled.class)).isEmpty();
    }

    @Test
    void the_doubled_hour_takes_the_chosen_one_and_keeps_the_choice() {
        clock.set(Instant.parse("2026-10-20T08:00:00Z"));
        var local = LocalDateTime.parse("2026-10-25T03:30");
        var planned = in(() -> scheduling.at(seat, post, local, WallTime.Choice.SECOND));
        assertThat(planned.getFirst().reading()).isInstanceOf(WallTime.Overlap.class);
        assertThat(planned.getFirst().reading().instant()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(stored("planned_later::text")).isEqualTo("true");
    }

    @Test
    void the_missing_hour_is_planned_later_and_the_answer_says_so() {
        var asked = LocalDateTime.parse("2027-03-28T03:30");
        var planned = in(() -> scheduling.at(seat, post, asked, FIRST));
        assertThat(planned.getFirst().reading()).isInstanceOf(WallTime.Gap.class);
        assertThat(stored("planned_local::text")).isEqualTo("2027-03-28 04:30:00");
    }

    @Test
    void where_nobody_was_asked_yet_a_time_in_doubt_is_asked_about_and_nothing_is_planned() {
        var asked = LocalDateTime.parse("2027-03-28T03:30");
        assertThatThrownBy(() -> in(() -> scheduling.at(seat, post, asked, null)))
                .isInstanceOfSatisfying(
                        Doubtful.class, doubt -> assertThat(doubt.reading()).isInstanceOf(WallTime.Gap.class));
        assertThat(events.stream(VersionScheduled.class)).isEmpty();
        assertThat(in(() -> scheduling.at(seat, post, NOON, null))).hasSize(1);
    }

    @Test
    void the_next_free_slot_is_the_first_one_nothing_is_planned_in() {
        slot(DayOfWeek.MONDAY, "15:00");
        slot(DayOfWeek.WEDNESDAY, "09:00");
        in(() -> scheduling.at(
                seat, posts.post(seat, "First", account), LocalDateTime.parse("2026-11-02T15:00"), FIRST));
        assertThat(in(() -> scheduling.nextSlot(seat, post))
                        .getFirst()
                        .reading()
                        .instant())
                .isEqualTo(Instant.parse("2026-11-04T07:00:00Z"));
    }

    @Test
    void a_slot_keeps_its_time_on_the_wall_when_the_clocks_change() {
        clock.set(Instant.parse("2027-03-27T22:30:00Z"));
        slot(DayOfWeek.SUNDAY, "09:00");
        assertThat(in(() -> scheduling.nextSlot(seat, post))
                        .getFirst()
                        .reading()
                        .instant())
                .isEqualTo(Instant.parse("2027-03-28T06:00:00Z"));
    }

    @Test
    void without_slots_the_next_one_is_refused_with_the_account_named() {
        assertRefused("planning.cannot.noslot", () -> scheduling.nextSlot(seat, post));
    }

    @Test
    void a_post_without_an_account_is_not_planned() {
        var nowhere = posts.post(seat, "Nowhere");
        assertRefused("planning.cannot.noaccount", () -> scheduling.now(seat, nowhere));
    }

    @Test
    void a_closed_account_is_not_planned_for() {
        posts.run(seat, "update account set health = 'CLOSED'");
        assertRefused("planning.cannot.closed", () -> scheduling.now(seat, post));
    }

    @Test
    void an_empty_version_is_not_planned() {
        posts.run(seat, "update version set content = '{\"parts\":[],\"comments\":[]}'");
        assertRefused("planning.cannot.empty", () -> scheduling.now(seat, post));
    }

    @Test
    void the_past_is_refused_but_the_minute_that_has_begun_is_not() {
        clock.pass(Duration.ofSeconds(40));
        in(() -> scheduling.at(seat, post, LocalDateTime.parse("2026-11-02T10:00"), FIRST));
        assertRefused(
                "planning.cannot.past",
                () -> scheduling.at(seat, post, LocalDateTime.parse("2026-11-02T09:59"), FIRST));
    }

    @Test
    void a_time_years_ahead_is_taken_for_a_slip() {
        assertRefused("planning.cannot.far", () -> scheduling.at(seat, post, NOON.plusYears(20), FIRST));
    }

    @Test
    void where_a_brand_asks_for_approval_nothing_is_planned_without_it() {
        posts.run(seat, "update brand set approval = true");
        assertRefused("planning.cannot.approval", () -> scheduling.now(seat, post));
        posts.run(seat, "update post set state = 'APPROVED'");
        in(() -> scheduling.at(seat, post, NOON, FIRST));
        run(() -> scheduling.unplan(seat, post));
        assertThat(state()).isEqualTo("APPROVED");
    }

    @Test
    void who_may_not_write_may_not_plan() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> in(() -> scheduling.now(analyst, post))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> run(() -> scheduling.unplan(analyst, post))).isInstanceOf(NotAllowed.class);
    }

    private void assertRefused(String key, Supplier<List<Scheduling.Scheduled>> work) {
        assertThatThrownBy(() -> in(work))
                .isInstanceOfSatisfying(
                        CannotPlan.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    private void run(Runnable work) {
        Tenant.run(seat.brand(), work);
    }

    private void slot(DayOfWeek day, String at) {
        posts.in(seat, () -> {
            slots.add(account, day, LocalTime.parse(at));
            return true;
        });
    }

    private String stored(String column) {
        return posts.one(seat, String.class, "select " + column + " from version where post_id = " + post);
    }

    private String state() {
        return posts.one(seat, String.class, "select state from post where id = " + post);
    }
}
