package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CompanyChapterTest extends Chaptered {

    private List<Block> blocks() {
        return blocks("company", 7);
    }

    private static Grid grid(List<Block> blocks, String key) {
        return blocks.getLast().grids().stream()
                .filter(each -> each.title().key().equals("analysis.grid.by." + key))
                .findFirst()
                .orElseThrow();
    }

    /** Links of so many posts, the first with the number 1, all of one campaign. */
    private void links(int posts) {
        change("""
                insert into tracked_link (brand_id, code, key, address, target, made_at, post_id, account_id, campaign)
                select current_brand(), left(md5(random()::text), 9), gen_random_uuid(), 'https://a.example', 'https://a.example', now(), n, 7, 'autumn'
                from generate_series(1, %d) n
                """.formatted(posts));
    }

    private void came(String day, int post, int people) {
        change("""
                insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
                select current_brand(), l, (date '%s' - date '1970-01-01') / w, w, %d, 5, 0, %d
                from (select 0 union all select id from tracked_link where brand_id = current_brand() and post_id = %d) s (l),
                    unnest(array[1, 4, 16, 64]) w
                on conflict (brand_id, level, slot, link_id) do update set people = visit_sum.people + excluded.people,
                    visitors = visit_sum.visitors + excluded.visitors
                """.formatted(day, people, people, post));
    }

    /** First by the first post, last by the second; half each by all touches. */
    private void bought(String day, int worth) {
        change("""
                insert into conversion (brand_id, at, name, value, currency, via, key)
                values (current_brand(), '%s 12:00+02', 'bought', %d, 'EUR', 'SERVER', gen_random_uuid())
                """.formatted(day, worth));
        change("""
                insert into credit_sum (brand_id, link_id, slot, level, name, currency, firsts, lasts, linear, first_value, last_value, linear_value)
                select current_brand(), l, (date '%1$s' - date '1970-01-01') / w, w, 'bought', 'EUR', f, t, n, f * %2$d, t * %2$d, n * %2$d
                from (select -1, 1, 1, 1.0
                    union all select id, 1, 0, 0.5 from tracked_link where brand_id = current_brand() and post_id = 1
                    union all select id, 0, 1, 0.5 from tracked_link where brand_id = current_brand() and post_id = 2) s (l, f, t, n),
                    unnest(array[1, 4, 16, 64]) w
                """.formatted(day, worth));
    }

    @Test
    void what_was_never_tracked_is_said_to_be_missing_and_not_zero() {
        var blocks = blocks();
        assertThat(blocks).hasSize(1);
        assertThat(figure(blocks, "clicks")).isNull();
        assertThat(figure(blocks, "conversions")).isNull();
        assertThat(tile(blocks, "clicks").missing()).isEqualTo(Tile.Missing.NOTHING);
        assertThat(blocks.getFirst().lines().stream().map(each -> each.said().key()))
                .contains("analysis.company.untracked", "analysis.company.untold");
    }

    @Test
    void the_three_rules_stand_side_by_side_and_each_adds_up_to_what_was_brought() {
        links(2);
        came("2026-11-10", 1, 8);
        came("2026-11-10", 2, 4);
        came("2026-11-05", 1, 3);
        bought("2026-11-11", 40);

        var blocks = blocks();
        assertThat(figure(blocks, "clicks")).isEqualTo(12);
        assertThat(tile(blocks, "clicks").before()).isEqualTo(3);
        assertThat(figure(blocks, "conversions")).isEqualTo(1);
        assertThat(figure(blocks, "worth")).isEqualTo(40);
        var posts = grid(blocks, "POST").rows();
        assertThat(figures(posts.get(0))).containsExactly(8.0, 1.0, 0.0, 0.5, 40.0, 0.0, 20.0);
        assertThat(figures(posts.get(1))).containsExactly(4.0, 0.0, 1.0, 0.5, 0.0, 40.0, 20.0);
        assertThat(Objects.requireNonNull(posts.getLast().getFirst().said()).key())
                .isEqualTo("analysis.company.all");
        assertThat(figures(posts.getLast())).containsExactly(12.0, 1.0, 1.0, 1.0, 40.0, 40.0, 40.0);
        assertThat(figures(grid(blocks, "CAMPAIGN").rows().getFirst()))
                .containsExactly(12.0, 1.0, 1.0, 1.0, 40.0, 40.0, 40.0);
        assertThat(grid(blocks, "ANSWER").rows()).isEmpty();
    }

    @Test
    void what_is_too_small_for_a_line_stands_in_one_with_the_others() {
        links(13);
        for (var post = 1; post <= 13; post++) {
            came("2026-11-10", post, 20 - post);
        }
        var rows = grid(blocks(), "POST").rows();
        assertThat(rows).hasSize(12);
        assertThat(figures(rows.get(10)).getFirst()).isEqualTo(9 + 8 + 7);
        assertThat(figures(rows.getLast()).getFirst()).isEqualTo(13 * 20 - 91);
    }
}
