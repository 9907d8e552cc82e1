package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class SlottingTest {

    private static final LocalTime NINE = LocalTime.parse("09:00");

    @Autowired
    Slotting slotting;

    @Autowired
    Given given;

    Seat seat;
    AccountId account;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        seat = given.brand();
        account = new GivenPosts(jdbc, transaction).account(seat);
    }

    @Test
    void a_time_is_set_for_several_weekdays_and_only_once() {
        add(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        add(Set.of(DayOfWeek.FRIDAY));
        assertThat(all()).extracting(Slot::weekday).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(all()).extracting(Slot::at).containsOnly(NINE);
    }

    @Test
    void a_slot_is_taken_away() {
        add(Set.of(DayOfWeek.MONDAY));
        Tenant.run(seat.brand(), () -> slotting.remove(seat, all().getFirst().id()));
        assertThat(all()).isEmpty();
    }

    @Test
    void without_a_weekday_there_is_no_slot() {
        assertThatThrownBy(() -> add(Set.of()))
                .isInstanceOfSatisfying(
                        CannotPlan.class, e -> assertThat(e.key()).isEqualTo("planning.slots.noday"));
    }

    @Test
    void an_account_may_have_only_so_many() {
        for (var hour = 0; hour < 24; hour++) {
            var at = LocalTime.of(hour, 0);
            Tenant.run(seat.brand(), () -> slotting.add(seat, account, Set.of(DayOfWeek.values()), at));
        }
        for (var hour = 0; hour < 4; hour++) {
            var at = LocalTime.of(hour, 30);
            Tenant.run(seat.brand(), () -> slotting.add(seat, account, Set.of(DayOfWeek.values()), at));
        }
        assertThatThrownBy(() -> Tenant.run(
                        seat.brand(),
                        () -> slotting.add(seat, account, Set.of(DayOfWeek.values()), LocalTime.of(9, 45))))
                .isInstanceOfSatisfying(
                        CannotPlan.class, e -> assertThat(e.key()).isEqualTo("planning.slots.full"));
    }

    @Test
    void who_may_not_write_sets_no_slots() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() ->
                        Tenant.run(seat.brand(), () -> slotting.add(analyst, account, Set.of(DayOfWeek.MONDAY), NINE)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> slotting.remove(analyst, 1)))
                .isInstanceOf(NotAllowed.class);
    }

    private void add(Set<DayOfWeek> days) {
        Tenant.run(seat.brand(), () -> slotting.add(seat, account, days, NINE));
    }

    private List<Slot> all() {
        return Tenant.in(seat.brand(), slotting::all);
    }
}
