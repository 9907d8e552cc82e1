package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void blocks_make_up_just_the_days_that_are_asked_for_and_are_few() {
        var start = LocalDate.of(2026, 1, 1);
        for (int from = 0; from < 70; from += 3) {
            for (int days = 0; days < 400; days += 7) {
                var first = start.plusDays(from);
                var span = Span.of(first, first.plusDays(days), first.plusDays(days));
                var covered = new TreeSet<Long>();
                var blocks = 0;
                for (int n = 0; n < span.levels.size(); n++) {
                    for (long slot = span.from.get(n); slot < span.until.get(n); slot++) {
                        blocks++;
                        for (long day = slot * span.levels.get(n); day < (slot + 1) * span.levels.get(n); day++) {
                            assertThat(covered.add(day)).isTrue();
                        }
                    }
                }
                assertThat(covered).hasSize(days);
                if (days > 0) {
                    assertThat(covered.first()).isEqualTo(first.toEpochDay());
                    assertThat(covered.last()).isEqualTo(first.toEpochDay() + days - 1);
                }
                assertThat(blocks).isLessThan(26);
            }
        }
    }

    @Test
    void a_block_that_isnt_over_yet_is_asked_for_by_its_days() {
        var start = LocalDate.ofEpochDay(64 * 300);
        var whole = start.plusDays(16 + 4 + 2);
        var span = Span.of(start, start.plusDays(40), whole);
        var days = new TreeSet<Long>();
        for (int n = 0; n < span.levels.size(); n++) {
            var width = span.levels.get(n);
            assertThat(width == 1 || (long) span.until.get(n) * width <= whole.toEpochDay())
                    .isTrue();
            for (long day = (long) span.from.get(n) * width; day < (long) span.until.get(n) * width; day++) {
                assertThat(days.add(day)).isTrue();
            }
        }
        assertThat(days).hasSize(40);
        assertThat(span.levels).contains(4, 16);
    }
}
