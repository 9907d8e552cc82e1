package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightnessTest {

    @Test
    void the_range_is_wilsons() {
        // 95 % of 81 of 263 by Newcombe (1998), table I: 0.2553 to 0.3662.
        var rightness = new Rightness(263, 81, 0, 1_000);
        assertThat(rightness.share()).isEqualTo(31);
        assertThat(rightness.low()).isEqualTo(25);
        assertThat(rightness.high()).isEqualTo(37);
        assertThat(rightness.says()).isTrue();
    }

    @Test
    void of_few_it_is_wide_and_never_beyond_all_or_nothing() {
        assertThat(new Rightness(3, 3, 0, 3))
                .returns(100, Rightness::share)
                .returns(43, Rightness::low)
                .returns(100, Rightness::high)
                .returns(false, Rightness::says);
        assertThat(new Rightness(0, 0, 0, 0)).returns(0, Rightness::share).returns(0, Rightness::low);
    }
}
