package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RearrangingTest extends WithAccount {

    @Autowired
    Rearranging rearranging;

    @Autowired
    Composing composing;

    PostId one;
    PostId two;

    @BeforeEach
    void planTwo() {
        one = planned("One", "2026-11-05T12:00");
        two = planned("Two", "2026-11-06T13:00");
    }

    @Test
    void several_move_by_days_and_hours() {
        var result = in(() -> rearranging.shift(seat, both(), 1, -2));
        assertThat(result.done()).isEqualTo(both());
        assertThat(times()).containsExactly("2026-11-06 10:00:00", "2026-11-07 11:00:00");
    }

    @Test
    void several_move_to_a_day_and_keep_their_times() {
        in(() -> rearranging.toDay(seat, both(), LocalDate.parse("2026-11-20")));
        assertThat(times()).containsExactly("2026-11-20 12:00:00", "2026-11-20 13:00:00");
    }

    @Test
    void each_is_put_at_a_time_of_its_own_and_it_is_known_from_where() {
        var puts = List.of(put(one, "2026-11-08T09:15"), put(two, "2026-11-09T10:30"));
        var result = in(() -> rearranging.put(seat, puts));
        assertThat(times()).containsExactly("2026-11-08 09:15:00", "2026-11-09 10:30:00");
        assertThat(result.moves())
                .extracting(Rearranging.Move::was)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-11-05T10:00:00Z"), Instant.parse("2026-11-06T11:00:00Z"));
    }

    @Test
    void a_time_that_does_not_exist_or_comes_twice_is_told_with_what_it_came_to() {
        assertThat(in(() -> rearranging.put(seat, List.of(put(one, "2027-03-28T03:30"))))
                        .moves())
                .extracting(Rearranging.Move::now)
                .allSatisfy(now -> assertThat(now).isInstanceOf(WallTime.Gap.class));
        var second = new Rearranging.Put(
                posts.versions(seat, one), LocalDateTime.parse("2027-10-31T03:30"), WallTime.Choice.SECOND);
        assertThat(in(() -> rearranging.put(seat, List.of(second))).moves())
                .extracting(move -> move.now().instant())
                .containsExactly(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void what_left_the_calendar_meanwhile_is_not_put_back_on_it() {
        var put = List.of(put(one, "2026-11-08T09:15"));
        in(() -> {
            scheduling.unplan(seat, one);
            return true;
        });
        assertThat(in(() -> rearranging.put(seat, put)).kept())
                .extracting(Rearranging.Kept::key)
                .containsExactly("planning.cannot.gone");
        assertThat(times()).containsExactly("2026-11-06 13:00:00");
    }

    private Rearranging.Put put(PostId post, String at) {
        return new Rearranging.Put(posts.versions(seat, post), LocalDateTime.parse(at), WallTime.Choice.FIRST);
    }

    @Test
    void one_that_is_under_way_stays_and_says_why_and_the_others_move() {
        posts.seal(seat, posts.versions(seat, one).getFirst());
        var result = in(() -> rearranging.shift(seat, both(), 1, 0));
        assertThat(result.done()).containsExactly(posts.versions(seat, two));
        assertThat(result.kept()).extracting(Rearranging.Kept::name).containsExactly("One");
        assertThat(result.kept()).extracting(Rearranging.Kept::key).containsExactly("planning.cannot.underway");
        assertThat(times()).containsExactly("2026-11-05 12:00:00", "2026-11-07 13:00:00");
    }

    @Test
    void one_that_would_move_into_the_past_stays() {
        var result = in(() -> rearranging.shift(seat, both(), -4, 0));
        assertThat(result.kept()).extracting(Rearranging.Kept::key).containsExactly("planning.cannot.past");
        assertThat(result.done()).containsExactly(posts.versions(seat, two));
    }

    @Test
    void deleted_posts_are_gone_and_what_was_sent_stays() {
        posts.seal(seat, posts.versions(seat, two).getFirst());
        var result = in(() -> rearranging.delete(seat, both()));
        assertThat(result.done()).hasSize(1);
        assertThat(result.kept()).extracting(Rearranging.Kept::name).containsExactly("Two");
        assertThat(posts.one(seat, Long.class, "select count(*) from post")).isEqualTo(1);
    }

    @Test
    void tags_are_added_once_to_those_that_are_there() {
        in(() -> rearranging.tag(seat, both(), "#beans"));
        in(() -> rearranging.tag(seat, both(), "origins beans"));
        assertThat(in(() -> composing.get(one)).post().tags()).containsExactly("beans", "origins");
        assertThatThrownBy(() -> in(() -> rearranging.tag(seat, both(), " # "))).hasMessage("planning.bulk.notag");
    }

    @Test
    void who_may_not_write_changes_nothing() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> in(() -> rearranging.delete(analyst, both()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> in(() -> rearranging.shift(analyst, both(), 1, 0)))
                .isInstanceOf(NotAllowed.class);
    }

    private List<List<VersionId>> both() {
        return List.of(posts.versions(seat, one), posts.versions(seat, two));
    }

    private PostId planned(String text, String local) {
        var post = in(() -> composing.start(seat, Draft.of(text, List.of(account))));
        in(() -> scheduling.at(seat, post, LocalDateTime.parse(local), WallTime.Choice.FIRST));
        return post;
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
