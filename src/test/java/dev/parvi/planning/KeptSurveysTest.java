package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class KeptSurveysTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final LocalDate DAY = LocalDate.parse("2026-11-05");

    @Autowired
    Surveying surveying;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Slotting slotting;

    @Autowired
    Changes changes;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    TransactionTemplate transaction;

    GivenPosts posts;
    Seat seat;
    AccountId account;
    PostId post;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc) {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = posts.account(seat);
        post = posts.post(seat, "At noon", account);
        Tenant.in(
                seat.brand(),
                () -> scheduling.at(seat, post, LocalDateTime.parse("2026-11-05T12:00"), WallTime.Choice.FIRST));
    }

    @Test
    void what_has_not_changed_is_not_read_again() {
        assertThat(survey()).isSameAs(survey());
        assertThat(said()).containsExactly("At noon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update post set text = 'Anew'",
                "insert into post (brand_id, author_id, made_at, changed_at) select brand_id, author_id, now(), now() from post limit 1",
                "update version set planned_at = planned_at + interval '1 hour'",
                "update version set sealed_at = now()",
                "delete from version",
                "update delivery set state = 'FAILED'",
                "delete from delivery",
                "update account set name = 'Another'",
                "insert into pillar (brand_id, name) values (current_brand(), 'Origins')",
                "insert into slot (brand_id, account_id, weekday, at) select brand_id, id, 4, '15:00' from account"
            })
    void whatever_is_changed_is_read_again(String change) {
        var before = survey();
        posts.run(seat, change);
        assertThat(survey().reading()).isNotEqualTo(before.reading());
    }

    @Test
    void a_change_that_is_not_finished_shows_when_it_is() throws Exception {
        survey();
        var changed = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var change = other.submit(() -> posts.in(seat, () -> {
                posts.jdbc().sql("update post set text = 'Anew'").update();
                changed.countDown();
                return awaited(looked);
            }));
            assertThat(awaited(changed)).isTrue();
            assertThat(said()).containsExactly("At noon");
            looked.countDown();
            change.get();
        }
        assertThat(said()).containsExactly("Anew");
    }

    @Test
    void what_is_seen_in_a_transaction_that_fails_is_not_shown_after_it() {
        survey();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    posts.jdbc().sql("update post set text = 'Taken back'").update();
                    assertThat(said()).containsExactly("Taken back");
                    status.setRollbackOnly();
                }));
        // As many changes as that transaction had seen.
        posts.run(seat, "update post set text = 'Anew'");
        assertThat(said()).containsExactly("Anew");
    }

    @Test
    void another_brands_changes_leave_it_alone() {
        var before = survey();
        var other = given.brand();
        posts.post(other, "Elsewhere", posts.account(other));
        assertThat(survey()).isSameAs(before);
    }

    @Test
    void a_slot_is_no_gap_any_more_when_its_minute_has_come() {
        Tenant.run(seat.brand(), () -> slotting.add(seat, account, Set.of(DayOfWeek.MONDAY), LocalTime.of(11, 0)));
        var monday = LocalDate.parse("2026-11-02");
        clock.set(monday.atTime(10, 59, 59).atZone(ZONE).toInstant());
        assertThat(survey(monday).agenda().days().getFirst().gaps()).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(survey(monday).agenda().days().getFirst().gaps()).isEmpty();
    }

    @Test
    void what_gone_connections_counted_is_put_together_and_stays_the_same_number() {
        posts.run(
                seat,
                "insert into planning_change (brand_id, writer, changes) values (current_brand(), -7, 5), (current_brand(), 0, 4)");
        var before = survey();
        var counted = posts.in(seat, changes::count);
        posts.in(seat, () -> {
            changes.fold();
            return 0;
        });
        assertThat(posts.in(seat, changes::count)).isEqualTo(counted);
        assertThat(posts.one(seat, Long.class, "select count(*) from planning_change where writer = -7"))
                .isZero();
        assertThat(survey()).isSameAs(before);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> said() {
        return survey().agenda().days().getFirst().entries().stream()
                .map(Entry::said)
                .toList();
    }

    private Surveying.Survey survey() {
        return survey(DAY);
    }

    private Surveying.Survey survey(LocalDate day) {
        return Tenant.in(seat.brand(), () -> surveying.survey(day, day, ZONE, Filter.ALL, 8));
    }
}
