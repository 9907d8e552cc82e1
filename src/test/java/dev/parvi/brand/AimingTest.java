package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.brand.TargetAudience.Outsider;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Audit;
import dev.parvi.team.Entry;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class AimingTest {

    private static final TypedAudience TYPED = new TypedAudience(
            Set.of("ru", "fi"),
            "Turku\n Varsinais-Suomi \n\nTurku",
            "kahvi\nbike*",
            Set.of("BOTS", "SHOPS"),
            "Aurajoen Paahtimo",
            "sijoitus*");

    @Autowired
    Given given;

    @Autowired
    Aiming aiming;

    @Autowired
    Audit audit;

    private void change(Seat seat, TypedAudience typed) {
        Tenant.run(seat.brand(), () -> aiming.change(seat, typed));
    }

    private TargetAudience current(Seat seat) {
        return Tenant.in(seat.brand(), aiming::current);
    }

    @Test
    void a_brand_that_has_not_said_aims_at_nobody_in_particular() {
        assertThat(current(given.brand())).isEqualTo(TargetAudience.OPEN).matches(TargetAudience::open);
    }

    @Test
    void what_was_said_is_kept_whole_and_written_down_once() {
        var seat = given.brand();
        change(seat, TYPED);
        change(seat, TYPED);
        var audience = current(seat);
        assertThat(audience.languages()).containsExactly("fi", "ru");
        assertThat(audience.places()).containsExactly("Turku", "Varsinais-Suomi");
        assertThat(audience.interests()).containsExactly("kahvi", "bike*");
        assertThat(audience.leftOut()).containsExactlyInAnyOrder(Outsider.BOTS, Outsider.SHOPS);
        assertThat(audience.competitors()).containsExactly("Aurajoen Paahtimo");
        assertThat(audience.unwanted()).containsExactly("sijoitus*");
        assertThat(TypedAudience.of(audience).audience()).isEqualTo(audience);
        assertThat(Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 10)))
                .extracting(Entry::what)
                .filteredOn("brand.target.changed"::equals)
                .hasSize(1);
    }

    @Test
    void every_fault_is_told_at_its_field() {
        var typed = new TypedAudience(Set.of("xx"), "x".repeat(61), "!", Set.of("CATS"), "a\n".repeat(1), "ok");
        assertThat(typed.faults()).containsOnlyKeys("languages", "places", "interests", "leftout", "competitors");
    }

    @Test
    void an_author_may_not_change_it() {
        var author = given.colleague(given.brand(), Role.AUTHOR);
        assertThatThrownBy(() -> change(author, TYPED)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void each_kind_that_can_be_left_out_has_its_signs() {
        for (var kind : Outsider.values()) {
            assertThat(OutsiderSigns.of(kind)).hasSizeGreaterThan(5).doesNotContain("");
        }
    }
}
