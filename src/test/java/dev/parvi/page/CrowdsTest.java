package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdsTest {

    private static final BrandId OURS = new BrandId(1);
    private static final BrandId THEIRS = new BrandId(2);

    private long now = Long.MAX_VALUE - 7;
    private int readings;
    private final Crowds crowds = new Crowds(() -> now);

    @Test
    void few_readers_see_what_stands_there_now() {
        assertThat(ask(OURS, "front", Crowds.FEW)).doesNotHaveDuplicates();
    }

    @Test
    void a_crowd_costs_one_more_reading_a_second() {
        ask(OURS, "front", 1_000);
        assertThat(readings).isEqualTo(Crowds.FEW + 1);
        pass(Duration.ofMillis(999));
        ask(OURS, "front", 1_000);
        assertThat(readings).isEqualTo(Crowds.FEW + 1);
    }

    @Test
    void what_it_sees_is_at_most_a_second_old() {
        var seen = ask(OURS, "front", 100).getLast();
        pass(Duration.ofSeconds(1));
        assertThat(ask(OURS, "front", 100)).doesNotContain(seen);
    }

    @Test
    void other_pages_and_other_brands_are_other_crowds() {
        var front = ask(OURS, "front", 100).getLast();
        assertThat(ask(OURS, "place a", 100)).doesNotContain(front);
        assertThat(ask(THEIRS, "front", 100)).doesNotContain(front);
    }

    private List<Integer> ask(BrandId brand, String what, int times) {
        return IntStream.range(0, times)
                .mapToObj(n -> Tenant.in(brand, () -> crowds.read(what, () -> ++readings)))
                .toList();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
