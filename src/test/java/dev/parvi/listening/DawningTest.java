package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class DawningTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired
    Given given;

    @Autowired
    Dawning dawning;

    @Autowired
    HandClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;

    @BeforeEach
    void a_brand_in_helsinki_at_ten() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private void set(LocalTime at, boolean on) {
        Tenant.run(seat.brand(), () -> dawning.set(seat, at, on));
    }

    private List<MemberId> take() {
        return in(dawning::take);
    }

    private Morning morning() {
        return in(() -> dawning.morning(seat));
    }

    @Test
    void nothing_goes_out_before_a_manager_chose_an_hour() {
        assertThat(morning().on()).isFalse();
        assertThat(morning().at()).isEqualTo(Morning.USUAL);
        assertThat(take()).isEmpty();
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> Tenant.run(seat.brand(), () -> dawning.set(author, Morning.USUAL, true)));
    }

    @Test
    void it_goes_out_at_the_hour_in_the_brands_zone_and_once() {
        set(LocalTime.of(7, 30), true);
        assertThat(morning().next()).isEqualTo(Instant.parse("2026-11-03T05:30:00Z"));
        assertThat(dawning.due()).doesNotContain(seat.brand());
        clock.set(Instant.parse("2026-11-03T05:30:00Z"));
        assertThat(dawning.due()).contains(seat.brand());
        assertThat(take()).containsExactly(seat.member());
        assertThat(take()).isEmpty();
        assertThat(dawning.due()).doesNotContain(seat.brand());
        assertThat(morning().next()).isEqualTo(Instant.parse("2026-11-04T05:30:00Z"));
    }

    @Test
    void what_was_taken_and_not_mailed_is_taken_again() {
        set(LocalTime.of(7, 30), true);
        clock.set(Instant.parse("2026-11-03T05:31:00Z"));
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(dawning.take()).hasSize(1);
                    status.setRollbackOnly();
                }));
        assertThat(take()).hasSize(1);
    }

    @Test
    void after_a_long_outage_no_morning_comes_in_the_evening() {
        set(LocalTime.of(7, 30), true);
        clock.set(Instant.parse("2026-11-03T05:30:00Z").plus(Dawning.LATE).plusSeconds(1));
        assertThat(take()).isEmpty();
        assertThat(morning().next()).isEqualTo(Instant.parse("2026-11-04T05:30:00Z"));
    }

    @Test
    void everybody_says_for_themselves_whether_they_want_it() {
        set(LocalTime.of(7, 30), true);
        var olli = given.colleague(seat, Role.AUTHOR);
        Tenant.run(seat.brand(), () -> dawning.want(olli, true));
        Tenant.run(seat.brand(), () -> dawning.want(seat, false));
        clock.pass(Duration.ofDays(1));
        assertThat(morning().readers()).isEqualTo(1);
        assertThat(morning().mine()).isFalse();
        set(LocalTime.of(9, 59), true);
        clock.pass(Duration.ofDays(1));
        assertThat(take()).containsExactly(olli.member());
        set(LocalTime.of(9, 59), false);
        clock.pass(Duration.ofDays(1));
        assertThat(take()).isEmpty();
    }

    @Test
    void clocks_that_are_moved_move_no_morning() {
        // In Helsinki clocks jump from 3 to 4 on the 29th of March 2026 and from 4 back to 3 on the 25th of October.
        assertThat(Dawning.next(LocalTime.of(8, 0), HELSINKI, Instant.parse("2026-03-28T06:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(Dawning.next(LocalTime.of(3, 30), HELSINKI, Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        var first = Dawning.next(LocalTime.of(3, 30), HELSINKI, Instant.parse("2026-10-24T12:00:00Z"));
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(Dawning.next(LocalTime.of(3, 30), HELSINKI, first)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }
}
