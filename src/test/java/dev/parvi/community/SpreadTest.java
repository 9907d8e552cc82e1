package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    /** Checked by hand: 0, 2, 4, 6, 8 have a mean of 4 and a variance of 10; 2.776 * sqrt(10 / 5) = 3.926. */
    @Test
    void the_bounds_are_students() {
        var spread = Spread.of(5, 20, 120);
        assertThat(spread.mean()).isEqualTo(4);
        assertThat(spread.low()).isCloseTo(0.074, within(0.001));
        assertThat(spread.high()).isCloseTo(7.926, within(0.001));
    }

    /** Five times 3: the variance of chance is 3; 2.776 * sqrt(3 / 5) = 2.150. Five times 0: 2.776 * sqrt(0.2 / 5) = 0.555. */
    @Test
    void posts_that_happen_to_be_alike_make_nobody_sure() {
        assertThat(Spread.of(5, 15, 45).low()).isCloseTo(0.850, within(0.001));
        assertThat(Spread.of(5, 0, 0).high()).isCloseTo(0.555, within(0.001));
    }

    /** Quantiles of tables: 2.042 with 30 degrees of freedom, 2.009 with 50, 1.984 with 100. */
    @Test
    void the_quantiles_are_those_of_tables() {
        assertThat(Spread.student(4)).isEqualTo(2.776);
        assertThat(Spread.student(30)).isEqualTo(2.042);
        assertThat(Spread.student(50)).isCloseTo(2.009, within(0.003));
        assertThat(Spread.student(100)).isCloseTo(1.984, within(0.003));
        assertThat(Spread.student(100_000)).isCloseTo(1.96, within(0.001));
    }

    @Test
    void there_are_never_fewer_than_no_comments() {
        assertThat(Spread.of(6, 6, 36).low()).isZero();
    }

    @Test
    void bounds_that_touch_are_not_apart() {
        assertThat(new Spread(2, 1, 3).apart(new Spread(4, 3, 5))).isFalse();
        assertThat(new Spread(2, 1, 2.9).apart(new Spread(4, 3, 5))).isTrue();
        assertThat(new Spread(4, 3, 5).apart(new Spread(2, 1, 2.9))).isTrue();
    }
}
