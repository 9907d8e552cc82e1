package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.listening.TopicItems.Seen;
import dev.parvi.listening.TopicMatches.Match;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Matches each item with all topics of its brand: what's new in the transaction that stores it, while its words are at hand. What was edited waits on the
 * backlog, and so does what a fault of ours kept from being matched; it leaves it in the transaction that keeps the matches.
 */
@Configuration(proxyBeanMethods = false)
@Order(100)
class Matching implements Follower {

    static final String FOLLOWER = "topics";

    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);
    private static final int BATCHES = 8;

    private final Backlog backlog;
    private final TopicRegistry registry;
    private final TopicItems items;
    private final TopicMatches matches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Matching(
            Backlog backlog,
            TopicRegistry registry,
            TopicItems items,
            TopicMatches matches,
            TransactionTemplate transaction,
            Clock clock) {
        this.backlog = backlog;
        this.registry = registry;
        this.items = items;
        this.matches = matches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static Task<?> itemsMatched(Matching matching) {
        return Recurring.every("listening-topics", Duration.ofSeconds(1), matching::matchAll);
    }

    @Override
    public void arrived(BrandId brand, List<Item> arrived) {
        var matcher = registry.current(brand);
        if (!registry.any(brand)) {
            return;
        }
        var seen = items.arrived(arrived);
        try {
            matches.add(found(brand, matcher, seen), clock.instant());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("New items of brand {} could not be matched with its topics; it is tried again", brand, e);
            edited(brand, arrived);
        }
    }

    @Override
    public void edited(BrandId brand, List<Item> edited) {
        backlog.add(FOLLOWER, edited.stream().map(Item::id).toList());
    }

    /** Until nothing waits; one brand's trouble doesn't keep the others waiting. */
    void matchAll() {
        for (var brand : backlog.brands(FOLLOWER)) {
            try {
                Tenant.run(brand, () -> matchAll(brand));
            } catch (RuntimeException e) {
                LOG.error("Items of brand {} could not be matched with its topics; it is tried again", brand, e);
            }
        }
    }

    private void matchAll(BrandId brand) {
        var more = true;
        while (more) {
            more = Objects.requireNonNull(transaction.execute(status -> match(brand)));
        }
    }

    /** False once nothing waits. */
    private boolean match(BrandId brand) {
        var matcher = registry.current(brand);
        var taken = backlog.take(FOLLOWER, BATCHES);
        if (taken.isEmpty()) {
            return false;
        }
        var seen = items.of(taken);
        var found = found(brand, matcher, seen);
        matches.keepOnly(taken.stream().map(ItemId::value).toList(), found);
        matches.add(found, clock.instant());
        return true;
    }

    private static List<Match> found(BrandId brand, TopicMatcher matcher, List<Seen> seen) {
        var byItem = new HashMap<Long, Seen>();
        seen.forEach(each -> byItem.put(each.item().id(), each));
        var found = new ArrayList<Match>();
        matcher.match(brand, seen.stream().map(Seen::item).toList())
                .forEach((item, topics) -> topics.forEach(topic -> found.add(new Match(
                        topic, item, Objects.requireNonNull(byItem.get(item)).at()))));
        return found;
    }
}
