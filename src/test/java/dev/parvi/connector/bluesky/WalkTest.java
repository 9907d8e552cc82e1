package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void the_first_walk_goes_back_to_the_beginning() {
        var walk = Walk.of("").begun(NOON).after(NOON, "page-2", NOON.minusSeconds(100));
        assertThat(walk.underWay()).isTrue();
        walk = walk.after(NOON.minusSeconds(100), "", null);
        assertThat(walk.underWay()).isFalse();
        assertThat(walk.read()).isEqualTo(NOON);
    }

    @Test
    void a_later_walk_ends_where_it_came_to_what_was_read() {
        var walk = read(NOON).begun(NOON.plusSeconds(60));
        walk = walk.after(NOON.plusSeconds(50), "page-2", NOON.plusSeconds(10));
        assertThat(walk.underWay()).isTrue();
        walk = walk.after(NOON, "page-3", NOON.minus(Walk.BEYOND).minusSeconds(1));
        assertThat(walk.underWay()).isFalse();
        assertThat(walk.read()).isEqualTo(NOON.plusSeconds(50));
    }

    @Test
    void a_walk_that_was_broken_off_goes_on_at_its_page_and_what_came_meanwhile_is_left_to_the_next() {
        var kept = read(NOON)
                .begun(NOON)
                .after(NOON.plusSeconds(50), "page-2", NOON.plusSeconds(10))
                .cursor();
        var walk = Walk.of(kept).begun(NOON.plusSeconds(500));
        assertThat(walk.page()).isEqualTo("page-2");
        walk = walk.after(NOON.plusSeconds(10), "", null);
        assertThat(walk.read()).isEqualTo(NOON.plusSeconds(50));
    }

    @Test
    void once_an_hour_a_walk_looks_far_back() {
        var walk = read(NOON);
        assertThat(walk.begun(NOON.plusSeconds(60)).stop()).isEqualTo(NOON.minus(Walk.BEYOND));
        assertThat(walk.begun(NOON.plusSeconds(3_600)).stop()).isEqualTo(NOON.minus(Walk.FAR_BEYOND));
    }

    @Test
    void a_page_that_shows_nothing_is_not_the_last_one() {
        var walk = read(NOON).begun(NOON).after(null, "page-2", NOON.plusSeconds(10));
        assertThat(walk.underWay()).isTrue();
        assertThat(walk.after(NOON, "", null).read()).isEqualTo(NOON);
    }

    @Test
    void a_cursor_that_is_none_begins_anew() {
        assertThat(Walk.of("nonsense")).isEqualTo(Walk.FIRST);
        assertThat(Walk.of("{\"read\":\"yesterday\"}")).isEqualTo(Walk.FIRST);
        var walk = read(NOON).logged("log-7");
        assertThat(Walk.of(walk.cursor())).isEqualTo(walk);
    }

    private static Walk read(Instant until) {
        return Walk.FIRST.begun(until).after(until, "", null);
    }
}
