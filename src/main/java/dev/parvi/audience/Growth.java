package dev.parvi.audience;

import dev.parvi.account.Account;
import dev.parvi.brand.TargetAudience;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the audience grows, and by whom. How each figure is reckoned stands in {@code docs/figures.md}. */
public record Growth(
        TargetAudience target,
        Split standing,
        Split speaking,
        List<Week> weeks,
        Stay stay,
        Map<String, Integer> came,
        List<Surge> surges,
        List<Read> reads,
        Map<AccountId, Account> accounts,
        Map<String, Descriptor> networks) {

    /** People by whether they fit. */
    public record Split(int fits, int unknown, int doesnt) {

        public int all() {
            return fits + unknown + doesnt;
        }

        /** Of those of whom it can be told, the part that fits, in whole percents; null where it can be told of nobody. */
        public @Nullable Integer percent() {
            return fits + doesnt == 0 ? null : Math.round(100f * fits / (fits + doesnt));
        }
    }

    /** @param from its Monday, in the brand's zone */
    public record Week(LocalDate from, Split joined, int left) {}

    /**
     * Who joined between 120 and 30 days ago, and who of them still followed 30 days later.
     *
     * @param joined of all those, {@code stayed} the part that was still there
     * @param early who joined less than 30 days ago: of them it can't be told yet
     */
    public record Stay(Split joined, Split stayed, int early) {}

    /**
     * A day on which so many joined who don't fit that they may have been bought.
     *
     * @param usual how many joined on a day of the 28 before
     * @param othersPercent the part that fits of the others who follow; null where there are too few to compare with
     */
    public record Surge(
            AccountId account,
            LocalDate day,
            int joined,
            int fits,
            double usual,
            @Nullable Integer othersPercent) {}

    /**
     * How far an account's followers were read.
     *
     * @param whole when the last whole reading ended; null where there was none yet
     * @param fault why the last try failed; empty where it didn't
     */
    public record Read(
            AccountId account,
            int standing,
            @Nullable Long total,
            @Nullable Instant whole,
            int pages,
            boolean doubted,
            String fault,
            String detail) {}

    /** Whether anybody is known at all. */
    public boolean empty() {
        return standing.all() == 0
                && speaking.all() == 0
                && weeks.stream().allMatch(each -> each.joined().all() == 0);
    }
}
