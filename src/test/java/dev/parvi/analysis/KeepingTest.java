package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class KeepingTest {

    @Autowired
    Given given;

    @Autowired
    Keeping keeping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(Instant.parse("2026-11-15T10:00:00Z"));
        seat = given.brand();
    }

    private void shown(String at, long value) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status ->
                        jdbc.sql("""
                        insert into snapshot (brand_id, delivery_id, figure, read_at, last_at, source, value)
                        values (current_brand(), 1, 'LIKES', :at::timestamptz, :at::timestamptz, 'test', :value)
                        """).param("at", at).param("value", value).update()));
    }

    private List<Long> left() {
        return Objects.requireNonNull(Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select value from snapshot where brand_id = current_brand() order by read_at")
                        .query((row, n) -> row.getLong(1))
                        .list())));
    }

    private void thin() {
        Tenant.run(seat.brand(), keeping::thin);
    }

    @Test
    void of_each_day_the_last_value_stays_and_later_of_each_month() {
        shown("2026-08-01 08:00+03", 1);
        shown("2026-08-01 23:30+03", 2);
        shown("2026-08-02 00:30+03", 3);
        shown("2026-08-02 12:00+03", 4);
        shown("2026-11-10 08:00+02", 5);
        shown("2026-11-10 12:00+02", 6);
        thin();
        assertThat(left()).containsExactly(2L, 4L, 5L, 6L);

        clock.set(Instant.parse("2028-09-15T10:00:00Z"));
        thin();
        assertThat(left()).containsExactly(4L, 6L);
    }

    @Test
    void the_brand_says_how_long() {
        shown("2026-10-10 08:00+03", 1);
        shown("2026-10-10 12:00+03", 2);
        thin();
        assertThat(left()).hasSize(2);
        Tenant.run(seat.brand(), () -> keeping.change(seat, "30", "60"));
        thin();
        assertThat(left()).containsExactly(2L);
        assertThat(Tenant.in(seat.brand(), () -> keeping.kept(seat)).rule()).isEqualTo(new FigureRule(30, 60));
    }

    @Test
    void what_makes_no_sense_is_said() {
        assertThat(keeping.faults("29", "60")).containsOnlyKeys("fine");
        assertThat(keeping.faults("x", "3651")).containsOnlyKeys("fine", "day");
        assertThat(keeping.faults("90", "89")).containsOnlyKeys("day");
        assertThat(keeping.faults("90", "90")).isEmpty();
    }
}
