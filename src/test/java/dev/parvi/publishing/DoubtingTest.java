package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
@Import(Planned.class)
class DoubtingTest {

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    @Autowired
    Doubting doubting;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothing_was_restored() {
        jdbc.sql("delete from desk_fact where name in ('restored_at', 'restored_doubted')")
                .update();
    }

    @Test
    void after_a_restore_what_went_out_before_it_is_found_and_not_sent_again() {
        var seat = given.brand();
        var account = given.account(seat);
        var place = TestNetwork.of(account.place());
        var out = planned.plan(seat, account, clock.instant(), "went out after the backup");
        planned.turn();
        planned.in(
                seat,
                () -> jdbc.sql("update delivery set state = 'DUE', tries = 0, sent_id = null where version_id = :id")
                        .param("id", out.value())
                        .update());
        planned.in(seat, () -> jdbc.sql("delete from attempt").update());
        restored("2026-11-02T07:00:00Z");
        assertThat(doubting.doubt()).isTrue();
        planned.turn();
        assertThat(planned.state(seat, out)).isEqualTo(DeliveryState.PUBLISHED);
        assertThat(place.texts()).containsExactly("went out after the backup");
    }

    @Test
    void what_nobody_can_read_back_waits_for_a_person() {
        var seat = given.brand();
        var byHand = given.account(seat, "byhand", "A group");
        var version = planned.plan(seat, byHand, clock.instant().plus(Duration.ofDays(1)), "by hand");
        restored("2026-11-02T07:00:00Z");
        assertThat(doubting.doubt()).isTrue();
        assertThat(planned.state(seat, version)).isEqualTo(DeliveryState.LATE);
    }

    @Test
    void each_restore_is_doubted_once() {
        assertThat(doubting.doubt()).isFalse();
        restored("2026-11-02T07:00:00Z");
        assertThat(doubting.doubt()).isTrue();
        assertThat(doubting.doubt()).isFalse();
        restored("2026-11-02T07:30:00Z");
        assertThat(doubting.doubt()).isTrue();
    }

    private void restored(String at) {
        jdbc.sql("""
                insert into desk_fact (name, value) values ('restored_at', :at)
                on conflict (name) do update set value = excluded.value
                """).param("at", at).update();
    }
}
