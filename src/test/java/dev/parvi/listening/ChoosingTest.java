package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChoosingTest extends Picked {

    @Autowired
    Previewing previewing;

    @Test
    void a_preview_shows_what_would_have_been_picked() {
        said("1", "Kahvi kallistuu");
        clock.pass(Duration.ofDays(1));
        said("2", "Kahvilat auki");
        said("3", "Tee kallistuu");

        var preview = Tenant.in(seat.brand(), () -> previewing.preview(seat, "kahvi OR kahvila"));

        assertThat(preview.found()).isEqualTo(2);
        assertThat(preview.looked()).isEqualTo(3);
        assertThat(preview.all()).isTrue();
        assertThat(preview.days()).hasSize(14);
        assertThat(List.copyOf(preview.days().values()).subList(12, 14)).containsExactly(1, 1);
        assertThat(preview.picks().getFirst().title())
                .containsExactly(new Marked("Kahvilat", true), new Marked(" auki", false));
        assertThat(in(() -> choosing.all(seat))).isEmpty();
    }

    @Test
    void counts_are_by_the_days_of_the_brand() {
        var topic = topic("kahvi");
        said("1", "Kahvi kallistuu");
        clock.pass(Duration.ofDays(2));
        said("2", "Kahvi halpenee");
        matching.matchAll();

        var line = in(() -> choosing.all(seat)).getFirst();
        assertThat(line.topic().id()).isEqualTo(topic);
        assertThat(List.copyOf(line.days().values())).hasSize(14).endsWith(1, 0, 1);
        assertThat(line.found()).isEqualTo(2);
    }

    @Test
    void what_can_t_be_read_or_has_no_name_is_not_kept() {
        assertThat(Tenant.in(seat.brand(), () -> choosing.add(seat, "Coffee", "(kahvi")))
                .isInstanceOf(Choosing.Kept.Misread.class);
        assertThat(Tenant.in(seat.brand(), () -> choosing.add(seat, " ", "kahvi")))
                .isEqualTo(new Choosing.Kept.Refused("name"));
        assertThat(in(() -> choosing.all(seat))).isEmpty();
    }

    @Test
    void who_only_analyses_looks_but_changes_nothing() {
        var topic = topic("kahvi");
        var analyst = given.colleague(seat, Role.ANALYST);

        assertThat(Tenant.in(seat.brand(), () -> choosing.all(analyst))).hasSize(1);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> choosing.add(analyst, "x", "kahvi")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> choosing.remove(analyst, topic)))
                .isInstanceOf(NotAllowed.class);
    }
}
