package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** When a post is best heard, from the brand's own history; whoever measures that implements it. In the brand whose scope it is. */
public interface Advice {

    /**
     * Of one account.
     *
     * @param posts how many it's made of
     * @param enough how many are needed before anything is said
     * @param best the best first; empty where there are too few, or where no time stands out
     */
    record Times(int posts, int enough, List<Best> best) {

        public boolean tooFew() {
            return posts < enough;
        }
    }

    /**
     * Three hours of a weekday.
     *
     * @param hour in which they begin, on the clock of the brand
     * @param posts that went out in them
     * @param times how much more they were heard than the account's usual post, with little trust in few posts
     */
    record Best(DayOfWeek day, int hour, int posts, double times) {}

    /** Those accounts of which something is known. */
    Map<AccountId, Times> times();
}
