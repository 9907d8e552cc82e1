package dev.parvi.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the shown reviews come to.
 *
 * @param each how many gave one star, two, … five
 */
public record Ratings(List<Long> each) {

    public long count() {
        return each.stream().mapToLong(Long::longValue).sum();
    }

    /** To one decimal and rounded down, so that it never says more than was given; zero where there is none. */
    public BigDecimal average() {
        if (count() == 0) {
            return BigDecimal.ZERO;
        }
        var sum = 0L;
        for (var i = 0; i < each.size(); i++) {
            sum += (i + 1) * each.get(i);
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count()), 1, RoundingMode.DOWN);
    }
}
