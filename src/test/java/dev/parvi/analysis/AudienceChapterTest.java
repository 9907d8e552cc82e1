package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.platform.Tenant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AudienceChapterTest extends Chaptered {

    @Autowired
    Aiming aiming;

    private void read(String since) {
        change("""
                insert into crowd_reading (brand_id, account_id, first_whole_at, whole_at, next_at)
                values (current_brand(), 7, '%s', '2026-11-15 09:00+00', now())
                """.formatted(since));
    }

    private void follows(int many, String fit, @Nullable String joined, @Nullable String left, String came) {
        change("""
                with o as (
                    insert into onlooker (brand_id, network, key, name, handle, seen_at, fit, judged_at, stale)
                    select current_brand(), 'test', gen_random_uuid(), 'x', 'x', '2026-09-01', '%s', now(), false from generate_series(1, %d)
                    returning id)
                insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, left_at, reading, came)
                select current_brand(), 7, id, '2026-09-01', %s::timestamptz, %s::timestamptz, 1, '%s' from o
                """.formatted(fit, many, quoted(joined), quoted(left), came));
    }

    private static String quoted(@Nullable String day) {
        return day == null ? "null" : "'" + day + " 12:00+02'";
    }

    private List<Block> blocks(int days) {
        return blocks("audience", days);
    }

    @Test
    void before_a_list_of_followers_was_read_to_its_end_nothing_is_known() {
        follows(3, "FITS", "2026-11-10", null, "UNKNOWN");
        var blocks = blocks(7);
        assertThat(blocks).hasSize(1);
        assertThat(figure(blocks, "joins")).isNull();
        assertThat(figure(blocks, "followers")).isNull();
        assertThat(blocks.getFirst().lines().getFirst().said().key()).isEqualTo("analysis.audience.unread");
    }

    @Test
    void growth_is_shown_by_fit_by_way_and_by_who_stayed() {
        read("2026-09-01 10:00+00");
        follows(5, "FITS", null, null, "UNKNOWN");
        follows(3, "FITS", "2026-11-10", null, "POST");
        follows(2, "DOESNT", "2026-11-11", "2026-11-13", "CAMPAIGN");
        follows(4, "FITS", "2026-09-20", null, "LINK");
        follows(1, "DOESNT", "2026-09-20", "2026-09-25", "UNKNOWN");

        var week = blocks(7);
        assertThat(figure(week, "followers")).isEqualTo(12);
        assertThat(figure(week, "joins")).isEqualTo(5);
        assertThat(figure(week, "fitting")).isEqualTo(3);
        assertThat(figure(week, "gone")).isEqualTo(2);
        assertThat(figure(week, "stayed")).isNull();
        var ways = week.getLast().grids().getLast().rows();
        assertThat(ways.stream().map(each -> figures(each))).containsExactly(List.of(3.0, 3.0), List.of(2.0, 0.0));

        var quarter = blocks(90);
        assertThat(figure(quarter, "stayed")).isEqualTo(80);
        var fits = quarter.getLast().grids().getFirst().rows();
        assertThat(figures(fits.getFirst())).containsExactly(12.0, 7.0, 4.0, 4.0);
        assertThat(figures(fits.getLast())).containsExactly(12.0, 10.0, 5.0, 4.0);
    }

    @Test
    void a_crowd_that_does_not_fit_is_named() {
        Tenant.run(seat.brand(), () -> aiming.change(seat, new TypedAudience(Set.of("fi"), "", "", Set.of(), "", "")));
        read("2026-09-01 10:00+00");
        follows(30, "FITS", null, null, "UNKNOWN");
        follows(40, "DOESNT", "2026-11-12", null, "UNKNOWN");
        assertThat(blocks(7).getFirst().lines().getFirst().said().values())
                .containsEntry("n", 40)
                .containsEntry("on", "2026-11-12");
        assertThat(blocks(7).getFirst().lines()).hasSize(1);
    }
}
