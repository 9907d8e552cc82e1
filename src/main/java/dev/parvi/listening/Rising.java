package dev.parvi.listening;

import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Flags stories and words that grow faster than they usually do at this hour. The last {@link #HOURS} hours are counted and compared with the same
 * hours of those of the last {@link #DAYS} days that are of the same kind (Monday to Friday, or the weekend, in the brand's zone): for a word how often it
 * was said in them, for a story how many items one that grew at all got in them. Flagged is what was told by at least {@link #SOURCES} sources in at
 * least {@link #LEAST} items, is at least {@link #TIMES} times the usual, and would come by chance less often than once in a thousand (Poisson). A
 * flag was right when at least {@link #JOINING} further sources joined in within {@link #JUDGED} of it.
 */
@Component
public class Rising {

    public static final int HOURS = 3;
    public static final int DAYS = 28;
    public static final int SOURCES = 3;
    public static final int LEAST = 4;
    public static final double TIMES = 3;
    public static final int JOINING = 3;
    public static final Duration JUDGED = Duration.ofHours(6);

    /** Nothing is usual before so many days (for words) or stories (for stories) were there to compare with. */
    public static final int BASIS_DAYS = 3;

    public static final int BASIS_STORIES = 20;

    private static final double CHANCE = 0.001;
    /** What was never said before isn't infinitely new. */
    private static final double LEAST_USUAL = 0.5;

    private final Rises rises;
    private final Clock clock;

    Rising(Rises rises, Clock clock) {
        this.rises = rises;
        this.clock = clock;
    }

    /**
     * How often flags were right.
     *
     * @param judged flags of the last 90 days that are old enough
     * @param right those that were followed by enough sources
     */
    public record Rightness(int judged, int right) {}

    /** What was flagged within {@link #JUDGED}, the latest first, and how often flags were right. */
    public record Now(List<Rise> rises, Rightness rightness) {}

    /** Without muted and dismissed stories. Any member may look. */
    @Transactional(readOnly = true)
    public Now now(Seat seat) {
        var now = clock.instant();
        return new Now(rises.since(now.minus(JUDGED)), rises.rightness(now.minus(Duration.ofDays(90))));
    }

    /** Earlier flags with what came of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Rise> history(Seat seat, int most) {
        return rises.judged(most);
    }

    /** In the brand whose scope it is: flags what rises, and judges what was flagged long enough ago. */
    @Transactional
    public void look() {
        var now = clock.instant();
        rises.judge(now.minus(JUDGED), now);
        var from = now.minus(Duration.ofHours(HOURS));
        var usual = rises.usualOfStories(now);
        if (usual.basis() >= BASIS_STORIES) {
            rises.growing(from, now, LEAST, SOURCES).stream()
                    .filter(each -> rises(each.n(), usual.n()))
                    .forEach(each -> rises.flag(each, usual, now));
        }
        var days = rises.days(now);
        if (days >= BASIS_DAYS) {
            rises.said(from, now, LEAST, SOURCES).forEach(each -> word(each, days, now));
        }
    }

    private void word(Rises.Growing word, int days, Instant now) {
        var usual = rises.usualOfWord(word.word(), days, now);
        if (rises(word.n(), usual.n())) {
            rises.flag(word, usual, now);
        }
    }

    /** Whether {@code n} are many where {@code usual} are usual. */
    static boolean rises(int n, double usual) {
        var expected = Math.max(usual, LEAST_USUAL);
        return n >= LEAST && n >= TIMES * expected && chance(n, expected) < CHANCE;
    }

    /** The probability of {@code n} or more where {@code expected} are expected, by Poisson's distribution. */
    static double chance(int n, double expected) {
        var term = Math.exp(-expected);
        var below = 0.0;
        for (var k = 0; k < n; k++) {
            below += term;
            term *= expected / (k + 1);
        }
        return Math.max(0, 1 - below);
    }
}
