package dev.parvi.listening;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of old news, in the brand whose scope it is: stories that nothing was added to for so long, with their items, what topics picked of
 * these and what was told of them. Saved stories stay; those that we posted about stay for the figures.
 */
@Component
class Clearing {

    /** What a desk may be set to, at least: what looks back further than this asks for nothing that is gone. */
    static final Duration SHORTEST = Duration.ofDays(30);

    /** The lead time's history reaches back a year. */
    static final Duration POSTED = Duration.ofDays(400);

    /** Twice what is read of one feed at most: what it still lists is known again. */
    static final int NAMES = 2 * ParsedFeed.MOST;

    private static final int BATCH = 500;

    /** So that a brand's years of news go in some hours, and no other work waits for it. */
    private static final int BATCHES = 40;

    private final OldNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;

    /** @param days how long news are kept; less than 30 count as 30 */
    Clearing(OldNews news, TransactionTemplate transaction, Clock clock, @Value("${parvi.news-days:180}") int days) {
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
        var wanted = Duration.ofDays(days);
        this.kept = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }

    /** In transactions of its own, a batch in each. */
    void clear() {
        var before = clock.instant().minus(kept);
        var cleared = 0;
        for (var left = BATCHES; left > 0; left--) {
            Integer batch = transaction.execute(status -> batch());
            cleared += batch == null ? 0 : batch;
            if (batch == null || batch < BATCH) {
                break;
            }
        }
        var any = cleared > 0;
        transaction.executeWithoutResult(status -> {
            if (any) {
                news.thin(NAMES);
            }
            news.told(before);
            news.rises(clock.instant().minus(POSTED));
        });
    }

    private int batch() {
        var now = clock.instant();
        var old = news.stories(now.minus(kept), now.minus(kept.compareTo(POSTED) > 0 ? kept : POSTED), BATCH);
        if (!old.isEmpty()) {
            news.drop(old, now);
        }
        return old.size();
    }
}
