package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.Span;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class SnapshotsTest {

    private static final Instant NOW = HandClock.START;
    private static final DeliveryId POST = new DeliveryId(71);

    @Autowired
    Snapshots snapshots;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;
    private Account account;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
        account = given.account(seat);
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private void read(Instant at, Map<Figure, Long> figures) {
        in(() -> {
            snapshots.keep(POST, account.id(), NOW, "test", figures, at);
            return true;
        });
    }

    @Test
    void a_value_that_stays_is_one_row_with_a_later_end_and_each_new_one_another() {
        read(NOW.plusSeconds(30), Map.of(Figure.LIKES, 3L));
        read(NOW.plusSeconds(60), Map.of(Figure.LIKES, 3L));
        read(NOW.plusSeconds(90), Map.of(Figure.LIKES, 5L));
        read(NOW.plusSeconds(120), Map.of(Figure.LIKES, 3L));

        assertThat(in(() -> snapshots.history(POST)))
                .containsExactly(
                        new Snapshots.Value(Figure.LIKES, NOW.plusSeconds(30), NOW.plusSeconds(60), "test", 3),
                        new Snapshots.Value(Figure.LIKES, NOW.plusSeconds(90), NOW.plusSeconds(90), "test", 5),
                        new Snapshots.Value(Figure.LIKES, NOW.plusSeconds(120), NOW.plusSeconds(120), "test", 3));
    }

    @Test
    void what_a_network_doesnt_tell_is_missing_and_not_zero() {
        read(NOW.plusSeconds(30), Map.of(Figure.LIKES, 3L));

        assertThat(in(() -> snapshots.latest(List.of(POST, new DeliveryId(72)))))
                .containsOnlyKeys(POST)
                .hasValueSatisfying(new org.assertj.core.api.Condition<>(
                        each -> each.figures().equals(Map.of(Figure.LIKES, 3L)), "likes alone"));
        var sum = in(() -> snapshots.sums(
                null, List.of(new Span(NOW, NOW.plus(Duration.ofDays(1))), new Span(NOW.minusSeconds(9), NOW))));
        assertThat(sum.getFirst()).isEqualTo(new Snapshots.Sum(1, 0, null, 3.0));
        assertThat(sum.getLast()).isEqualTo(new Snapshots.Sum(0, 0, null, null));
    }

    @Test
    void what_was_told_once_stays_when_it_isnt_told_again() {
        read(NOW.plusSeconds(30), Map.of(Figure.VIEWS, 90L));
        read(NOW.plusSeconds(60), Map.of(Figure.LIKES, 4L));

        assertThat(in(() -> snapshots.latest(List.of(POST))).get(POST).figures())
                .isEqualTo(Map.of(Figure.VIEWS, 90L, Figure.LIKES, 4L));
    }

    @Test
    void months_have_partitions_made_once_and_rows_lie_in_them() {
        var day = LocalDate.of(2031, 1 + (int) (seat.brand().value() % 9), 17);
        snapshots.months(day);
        assertThat(snapshots.months(day)).isZero();
        read(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), Map.of(Figure.LIKES, 1L));

        assertThat(in(() -> jdbc.sql("select tableoid::regclass::text from snapshot where delivery_id = 71")
                        .query(String.class)
                        .single()))
                .isEqualTo("snapshot_2031_%02d".formatted(day.getMonthValue()));
    }

    @Test
    void a_month_that_is_over_loses_its_partition_when_nothing_is_left_in_it() {
        var day = LocalDate.of(2021, 1 + (int) (seat.brand().value() % 9), 17);
        snapshots.months(day);
        read(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), Map.of(Figure.LIKES, 1L));
        assertThat(there(day)).isTrue();
        assertThat(there(day.plusMonths(1))).isTrue();

        snapshots.dropEmpty(day.plusMonths(1));
        assertThat(there(day)).as("it holds a value").isTrue();
        assertThat(there(day.plusMonths(1))).as("it isn't over").isTrue();
        snapshots.dropEmpty(day.plusMonths(2));
        assertThat(there(day)).isTrue();
        assertThat(there(day.plusMonths(1))).isFalse();
    }

    private boolean there(LocalDate day) {
        return in(() -> jdbc.sql("select to_regclass(:name) is not null")
                .param("name", "snapshot_%d_%02d".formatted(day.getYear(), day.getMonthValue()))
                .query(Boolean.class)
                .single());
    }

    @Test
    void another_brand_sees_nothing_of_it() {
        read(NOW, Map.of(Figure.LIKES, 3L));
        var other = given.brand();
        List<Snapshots.Value> seen =
                Tenant.in(other.brand(), () -> transaction.execute(status -> snapshots.history(POST)));
        assertThat(seen).isEmpty();
    }
}
