package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Goal.Reading;
import dev.parvi.brand.Measure;
import dev.parvi.brand.TypedGoal;
import dev.parvi.listening.WatchedName;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.GoalId;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Mailbox;
import dev.parvi.support.MailedDeskTest;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailedDeskTest
class PacingTest {

    @Autowired
    Given given;

    @Autowired
    Aspiring aspiring;

    @Autowired
    Reaching reaching;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    private <R> R in(Supplier<R> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    /** From 0 to 100 within 100 days that began 50 days ago: today 50 is on its path, 39 behind. */
    private GoalId goal() {
        return in(() -> aspiring.add(
                seat,
                new TypedGoal(
                        "", "", "Known by all", Measure.OTHER.name(), "0", "100", "2026-09-13", "2026-12-21", "")));
    }

    private void stands(GoalId goal, String day, double value) {
        in(() -> {
            aspiring.read(seat, goal, new Reading(LocalDate.parse(day), value, true, ""));
            return 0;
        });
    }

    private String email(Seat whose) {
        return jdbc.sql("select email from member where id = :id")
                .param("id", whose.member().value())
                .query(String.class)
                .single();
    }

    private List<Mailbox.Letter> told(Seat whose) {
        return mailbox.after("analysis-goals", email(whose));
    }

    private int behind() {
        return in(() -> reaching.behind(seat, 5)).size();
    }

    @Test
    void managers_are_told_once_when_a_goal_falls_behind_and_again_only_after_it_was_back() {
        var author = given.colleague(seat, Role.AUTHOR);
        var goal = goal();
        stands(goal, "2026-10-30", 45);
        assertThat(told(seat)).isEmpty();
        assertThat(behind()).isZero();

        stands(goal, "2026-11-01", 30);
        var letters = told(seat);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().subject()).contains("Known by all");
        assertThat(letters.getFirst().text()).contains("30", "100");
        assertThat(letters.getFirst().path(given.at(seat) + "/goals/" + goal)).isNotEmpty();
        assertThat(behind()).isEqualTo(1);
        assertThat(told(seat)).hasSize(1);
        assertThat(told(author)).isEmpty();

        stands(goal, "2026-11-02", 55);
        assertThat(told(seat)).hasSize(1);
        assertThat(behind()).isZero();
        clock.pass(Duration.ofDays(20));
        assertThat(told(seat)).hasSize(2);
    }

    @Test
    void what_is_over_or_ended_is_nobodys_worry() {
        var goal = goal();
        stands(goal, "2026-11-01", 30);
        in(() -> {
            aspiring.end(seat, goal);
            return 0;
        });
        assertThat(told(seat)).isEmpty();
        in(() -> {
            aspiring.resume(seat, goal);
            return 0;
        });
        clock.pass(Duration.ofDays(60));
        assertThat(told(seat)).isEmpty();
        assertThat(behind()).isZero();
    }

    @Test
    void a_sample_is_looked_at_and_not_worked_for() {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update brand set sample = true where id = current_brand()")
                                .update()));
        var goal = goal();
        stands(goal, "2026-11-01", 30);
        assertThat(told(seat)).isEmpty();
        assertThat(behind()).isEqualTo(1);
    }

    @Test
    void the_share_of_voice_is_ours_in_all_that_is_compared() {
        assertThat(Pacing.share(List.of())).isNull();
        assertThat(Pacing.share(List.of(name(WatchedName.Whose.OURS, 5)))).isNull();
        assertThat(Pacing.share(List.of(name(WatchedName.Whose.OURS, 0), name(WatchedName.Whose.THEIRS, 0))))
                .isNull();
        assertThat(Pacing.share(List.of(
                        name(WatchedName.Whose.OURS, 2),
                        name(WatchedName.Whose.OURS, 1),
                        name(WatchedName.Whose.THEIRS, 9))))
                .isEqualTo(25);
    }

    private static WatchedName name(WatchedName.Whose whose, long found) {
        return new WatchedName(1, whose, "Parvi", found, 0, 0);
    }
}
