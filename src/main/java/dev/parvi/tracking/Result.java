package dev.parvi.tracking;

import java.math.BigDecimal;
import java.util.List;

/**
 * What came by one post, answer, account, pillar, campaign or link within some days.
 *
 * @param key its number, or the campaign's name; empty for links that belong to none, and for what nobody can trace
 * @param people clicks of people
 * @param robots of robots, previews and floods
 * @param landed reports of the site's script
 * @param visitors different people, each day counted by itself
 * @param credit conversions of all names, or of the one that was asked for
 */
public record Result(
        String key, long people, long robots, long landed, long visitors, Credit credit, List<Worth> worth) {

    /** The same conversions under three rules; see {@code docs/figures.md}. */
    public record Credit(BigDecimal first, BigDecimal last, BigDecimal linear) {

        static final Credit NONE = new Credit(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Credit plus(Credit other) {
            return new Credit(
                    first.add(other.first).stripTrailingZeros(),
                    last.add(other.last).stripTrailingZeros(),
                    linear.add(other.linear).stripTrailingZeros());
        }

        public boolean none() {
            return first.signum() == 0 && last.signum() == 0 && linear.signum() == 0;
        }
    }

    /** What they were worth in one currency. */
    public record Worth(String currency, Credit value) {}
}
