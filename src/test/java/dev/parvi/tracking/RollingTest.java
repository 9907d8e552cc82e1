package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Sums say what the rows say, whatever the days; rows are forgotten when their time is over, sums stay. */
class RollingTest extends RolledVisits {

    @Test
    void sums_of_any_days_are_those_of_the_rows_while_blocks_begin_and_end() {
        for (int day = 0; day < 140; day++) {
            come(40, Duration.ofHours(24));
            roll();
            if (day % 20 == 19) {
                compared();
            }
        }
        assertThat(packs(64)).isPositive();
    }

    private long packs(int level) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from visit_pack where level = :level")
                        .param("level", level)
                        .query((row, n) -> row.getLong(1))
                        .single()));
    }

    @Test
    void a_desk_that_was_off_for_weeks_adds_up_all_of_them_at_once() {
        for (int day = 0; day < 70; day++) {
            come(15, Duration.ofHours(24));
        }
        roll();
        compared();
    }

    @Test
    void what_came_late_changes_days_and_blocks_that_were_added_up() {
        for (int day = 0; day < 70; day++) {
            come(15, Duration.ofHours(24));
            roll();
        }
        var now = clock.instant();
        clock.set(now.minus(Duration.ofDays(40)));
        come(50, Duration.ofHours(1));
        worker.sql("update visit_roll set anew = least(anew, :then)")
                .param("then", now.minus(Duration.ofDays(41)).atOffset(ZoneOffset.UTC))
                .update();
        clock.set(now);
        roll();
        compared();
    }

    @Test
    void rows_are_forgotten_after_the_days_that_the_brand_keeps_them_and_sums_stay() {
        var rules = new TypedRules("", "", "", "", "", "", false, 10);
        Tenant.run(seat.brand(), () -> arranging.change(seat, rules));
        for (int day = 0; day < 20; day++) {
            come(15, Duration.ofHours(24));
            roll();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var before = shown(today.minusDays(30), today.plusDays(1));
        rolling.tidy();
        roll();
        assertThat(oldest())
                .isBetween(
                        clock.instant().minus(Duration.ofDays(11)),
                        clock.instant().minus(Duration.ofDays(9)));
        assertThat(shown(today.minusDays(30), today.plusDays(1))).isEqualTo(before);
        assertThat(worker.sql("select count(*) from visit_salt where day < :day")
                        .param(
                                "day",
                                clock.instant()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .minusDays(2))
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    private Instant oldest() {
        return worker.sql("select min(at) from visit where brand_id = :brand")
                .param("brand", seat.brand().value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void after_ninety_days_whole_days_are_dropped_and_nobody_has_to_be_deleted() {
        come(15, Duration.ofHours(1));
        roll();
        rolling.ready();
        assertThat(partition("visit_20270301")).isTrue();
        rolling.tidy();
        assertThat(partition("visit_20270301")).isTrue();
        clock.pass(Duration.ofDays(92));
        rolling.tidy();
        assertThat(partition("visit_20270301")).isFalse();
    }

    private boolean partition(String name) {
        return worker.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    @Test
    void a_day_that_is_over_is_packed_and_loses_nobody() {
        come(300, Duration.ofHours(20));
        rolling.ready();
        var rows = "select count(*) from visit_20270301 where brand_id = :brand and visitor = 5 and kind in (1, 5, 6)";
        var found = count(rows);
        var size = size();
        clock.pass(Duration.ofDays(1).minusHours(20));
        rolling.tidy();
        assertThat(count(rows)).isEqualTo(found).isPositive();
        assertThat(size()).isLessThanOrEqualTo(size);
    }

    private long size() {
        return worker.sql("select pg_indexes_size('visit_20270301')")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
