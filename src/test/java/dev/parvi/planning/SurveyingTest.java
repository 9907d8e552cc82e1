package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyingTest extends WithAccount {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final LocalDate DAY = LocalDate.parse("2026-11-05");

    @Autowired
    Surveying surveying;

    @Autowired
    Slotting slotting;

    @Autowired
    Gaps gaps;

    @Test
    void a_post_on_two_accounts_at_one_time_is_one_entry() {
        var other = posts.account(seat);
        var post = planned("Two places", "2026-11-05T12:00", account, other);
        var entry = day(Filter.ALL).entries().getFirst();
        assertThat(entry.post()).isEqualTo(post);
        assertThat(entry.said()).isEqualTo("Two places");
        assertThat(entry.at()).isEqualTo("2026-11-05T12:00");
        assertThat(entry.accounts()).containsExactly(account, other);
        assertThat(entry.versions()).isEqualTo(posts.versions(seat, post));
        assertThat(entry.state()).isEqualTo(Fates.State.PLANNED);
    }

    @Test
    void a_day_ends_at_midnight_of_the_brands_zone() {
        planned("Before", "2026-11-04T23:59", account);
        var first = planned("First", "2026-11-05T00:00", account);
        var last = planned("Last", "2026-11-05T23:59", account);
        planned("After", "2026-11-06T00:00", account);
        assertThat(day(Filter.ALL).entries()).extracting(Entry::post).containsExactly(first, last);
    }

    @Test
    void a_full_day_lists_the_first_ones_and_counts_the_rest() {
        for (var hour = 10; hour < 20; hour++) {
            planned("At " + hour, "2026-11-05T" + hour + ":30", account);
        }
        var day = survey(Filter.ALL, 3).days().getFirst();
        assertThat(day.entries()).extracting(Entry::said).containsExactly("At 10", "At 11", "At 12");
        assertThat(day.more()).isEqualTo(7);
    }

    @Test
    void filters_keep_what_fits() {
        var other = posts.account(seat);
        var one = planned("One", "2026-11-05T12:00", account);
        var two = planned("Two", "2026-11-05T13:00", other);
        posts.run(seat, "update post set tags = '{Beans}' where id = " + two);
        var pillar = posts.one(
                seat,
                Long.class,
                "insert into pillar (brand_id, name) values (current_brand(), 'Origins') returning id");
        posts.run(seat, "update post set pillar_id = " + pillar + " where id = " + one);
        assertThat(found(new Filter(account, null, "", null))).containsExactly(one);
        assertThat(found(new Filter(null, null, "beans", null))).containsExactly(two);
        assertThat(found(new Filter(null, null, "", new dev.parvi.shared.PillarId(pillar))))
                .containsExactly(one);
        assertThat(found(new Filter(null, Fates.State.PLANNED, "", null))).containsExactly(one, two);
        assertThat(found(new Filter(null, Fates.State.FAILED, "", null))).isEmpty();
    }

    @Test
    void the_tags_in_use_come_by_how_often() {
        var one = posts.post(seat, "One");
        posts.post(seat, "Two");
        posts.run(seat, "update post set tags = '{beans}'");
        posts.run(seat, "update post set tags = '{origins,beans}' where id = " + one);
        assertThat(Tenant.in(
                        seat.brand(),
                        () -> surveying.survey(DAY, DAY, ZONE, Filter.ALL, 1).tags()))
                .containsExactly("beans", "origins");
    }

    @Test
    void a_slot_without_a_post_is_a_gap_and_one_with_a_post_is_not() {
        slot(account, DayOfWeek.THURSDAY, "12:00", "15:00");
        planned("There", "2026-11-05T12:00", account);
        assertThat(day(Filter.ALL).gaps())
                .extracting(Agenda.Gap::at)
                .containsExactly(LocalDateTime.parse("2026-11-05T15:00"));
    }

    @Test
    void another_accounts_post_does_not_fill_a_slot() {
        slot(account, DayOfWeek.THURSDAY, "12:00");
        var other = posts.account(seat);
        planned("Elsewhere", "2026-11-05T12:00", other);
        assertThat(day(Filter.ALL).gaps()).hasSize(1);
        assertThat(day(new Filter(other, null, "", null)).gaps()).isEmpty();
    }

    @Test
    void what_has_passed_is_no_gap_any_more() {
        slot(account, DayOfWeek.MONDAY, "09:00", "11:00");
        var today = Tenant.in(
                seat.brand(),
                () -> surveying.days(
                        LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-02"), ZONE, Filter.ALL, 8));
        assertThat(today.days().getFirst().gaps())
                .extracting(Agenda.Gap::at)
                .containsExactly(LocalDateTime.parse("2026-11-02T11:00"));
    }

    @Test
    void the_gaps_ahead_are_those_of_seven_days() {
        slot(account, DayOfWeek.MONDAY, "09:00", "11:00");
        assertThat(Tenant.in(seat.brand(), gaps::ahead))
                .extracting(Agenda.Gap::at)
                .containsExactly(LocalDateTime.parse("2026-11-02T11:00"), LocalDateTime.parse("2026-11-09T09:00"));
    }

    private void slot(AccountId where, DayOfWeek day, String... times) {
        for (var time : times) {
            Tenant.run(seat.brand(), () -> slotting.add(seat, where, Set.of(day), LocalTime.parse(time)));
        }
    }

    private List<PostId> found(Filter filter) {
        return day(filter).entries().stream().map(Entry::post).toList();
    }

    private Agenda.Day day(Filter filter) {
        return survey(filter, 8).days().getFirst();
    }

    private Agenda survey(Filter filter, int most) {
        return Tenant.in(seat.brand(), () -> surveying.days(DAY, DAY, ZONE, filter, most));
    }
}
