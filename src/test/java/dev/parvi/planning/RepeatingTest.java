package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepeatingTest extends WithAccount {

    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-03T12:00");

    @Autowired
    Repeating repeating;

    @Autowired
    Reprising reprising;

    @Autowired
    Composing composing;

    PostId post;

    @BeforeEach
    void planOne() {
        post = in(() -> composing.start(seat, Draft.of("Every week", List.of(account))));
        posts.run(seat, """
                insert into post_media (brand_id, post_id, position, hash, type, width, height, alt)
                values (current_brand(), %s, 0, 'abc', 'image/png', 10, 10, 'A cup')""".formatted(post));
        in(() -> scheduling.at(seat, post, TUESDAY, WallTime.Choice.FIRST));
    }

    @Test
    void copies_are_made_a_week_ahead_with_text_and_pictures() {
        set(7, "2026-11-30");
        copyDue();
        assertThat(times()).containsExactly("2026-11-03 12:00:00");
        clock.pass(Duration.ofDays(2));
        copyDue();
        copyDue();
        assertThat(times()).containsExactly("2026-11-03 12:00:00", "2026-11-10 12:00:00");
        assertThat(posts.one(seat, Long.class, "select count(distinct post_id) from post_media where alt = 'A cup'"))
                .isEqualTo(2);
        assertThat(posts.one(seat, Long.class, "select count(*) from post where text = 'Every week'"))
                .isEqualTo(2);
    }

    @Test
    void it_ends_with_its_last_day() {
        set(1, "2026-11-05");
        copyDue();
        assertThat(times()).containsExactly("2026-11-03 12:00:00", "2026-11-04 12:00:00", "2026-11-05 12:00:00");
        assertThat(in(() -> repeating.of(post))).isEmpty();
    }

    @Test
    void what_was_missed_while_the_desk_stood_still_is_not_made_up_for() {
        set(7, "2026-12-31");
        clock.pass(Duration.ofDays(20));
        copyDue();
        assertThat(times()).containsExactly("2026-11-03 12:00:00", "2026-11-24 12:00:00");
    }

    @Test
    void a_copy_keeps_its_time_on_the_wall_when_the_clocks_change() {
        in(() -> scheduling.at(seat, post, LocalDateTime.parse("2027-03-26T12:00"), WallTime.Choice.FIRST));
        clock.set(Instant.parse("2027-03-25T08:00:00Z"));
        set(7, "2027-04-30");
        clock.pass(Duration.ofDays(3));
        copyDue();
        assertThat(posts.one(seat, String.class, "select max(planned_at at time zone 'UTC')::text from version"))
                .isEqualTo("2027-04-02 09:00:00");
    }

    @Test
    void a_copy_that_cannot_be_planned_stays_a_draft() {
        set(7, "2026-12-31");
        posts.run(seat, "update brand set approval = true");
        clock.pass(Duration.ofDays(2));
        copyDue();
        assertThat(times()).containsExactly("2026-11-03 12:00:00");
        assertThat(posts.one(seat, Long.class, "select count(*) from post where state = 'DRAFT'"))
                .isEqualTo(1);
    }

    @Test
    void it_can_be_stopped() {
        set(7, "2026-12-31");
        Tenant.run(seat.brand(), () -> repeating.stop(seat, post));
        assertThat(in(() -> repeating.of(post))).isEmpty();
    }

    @Test
    void days_and_end_must_make_sense_and_the_post_must_be_planned() {
        assertThatThrownBy(() -> set(0, "2026-12-31")).hasMessage("planning.repeat.baddays");
        assertThatThrownBy(() -> set(7, "2026-11-05")).hasMessage("planning.repeat.baduntil");
        Tenant.run(seat.brand(), () -> scheduling.unplan(seat, post));
        assertThatThrownBy(() -> set(7, "2026-12-31")).hasMessage("planning.repeat.notplanned");
    }

    private void set(int days, String until) {
        Tenant.run(seat.brand(), () -> repeating.set(seat, post, days, LocalDate.parse(until)));
    }

    private void copyDue() {
        Tenant.run(seat.brand(), () -> reprising.due().forEach(reprising::copy));
    }

    private List<String> times() {
        return posts.in(
                seat,
                () -> posts.jdbc()
                        .sql("select planned_local::text from version where planned_local is not null order by 1")
                        .query((row, n) -> row.getString(1))
                        .list());
    }
}
