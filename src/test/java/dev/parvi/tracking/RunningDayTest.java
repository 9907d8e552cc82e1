package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The day that runs is added to, and counted as a whole when it ends or something came late. */
class RunningDayTest extends RolledVisits {

    /** In three hours a few of seventeen come, most of them again. */
    @Test
    void a_running_day_is_added_to_and_who_comes_again_is_no_other_visitor() {
        for (int part = 0; part < 24; part++) {
            come(9, Duration.ofHours(3));
            roll();
            compared();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        assertThat(people(today.minusDays(1)))
                .isEqualTo(people("(at at time zone '%s')::date = '%s'".formatted(ZONE, today.minusDays(1))))
                .isPositive();
    }

    @Test
    void what_came_late_on_a_running_day_counts_once() {
        come(30, Duration.ofHours(12));
        roll();
        come(30, Duration.ofHours(3));
        roll();
        var now = clock.instant();
        clock.set(now.minus(Duration.ofHours(2)));
        come(20, Duration.ofHours(1));
        clock.set(now);
        roll();
        assertThat(shown(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 3)))
                .as("not told that anything was late")
                .isNotEqualTo(counted(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 3)));
        worker.sql("update visit_roll set anew = :then")
                .param("then", now.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        roll();
        compared();
    }

    @Test
    void whatever_went_wrong_while_a_day_ran_is_mended_when_it_ends() {
        come(30, Duration.ofHours(18));
        roll();
        come(30, Duration.ofHours(1));
        roll();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update visit_sum set people = people + 7, visitors = 0")
                                .update()));
        come(3, Duration.ofHours(24));
        roll();
        compared();
    }

    @Test
    void a_past_that_is_added_up_by_itself_is_not_added_to_once_more() {
        roll();
        come(40, Duration.ofHours(8));
        summing.since(seat.brand(), START.minus(Duration.ofDays(1)));
        compared();
        come(5, Duration.ofHours(1));
        roll();
        compared();
    }

    @Test
    void the_last_two_minutes_wait_since_others_may_still_write_them() {
        come(500, Duration.ofHours(1));
        rolling.days();
        var all = count("select count(*) from visit where brand_id = :brand and kind = 1");
        var late = people("at >= '" + clock.instant().minus(Duration.ofMinutes(2)) + "'");
        var day = LocalDate.ofInstant(START, ZONE);
        assertThat(people(day)).isEqualTo(all - late);
        clock.pass(Duration.ofMinutes(2));
        rolling.days();
        compared();
    }

    private long people(LocalDate day) {
        return Tenant.in(seat.brand(), () -> attributing.days(day, day.plusDays(1)))
                .getFirst()
                .people();
    }

    private long people(String where) {
        return count("select count(*) from visit where brand_id = :brand and kind = 1 and " + where);
    }
}
