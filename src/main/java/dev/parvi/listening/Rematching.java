package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.listening.TopicItems.Seen;
import dev.parvi.listening.TopicMatches.Match;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the items of the last {@link Previewing#DAYS} days anew for a topic that was made or changed: from the latest down, a
 * batch a transaction, which also keeps how far it came.
 */
@Configuration(proxyBeanMethods = false)
class Rematching {

    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Rematching.class);

    private final Topics topics;
    private final TopicItems items;
    private final TopicMatches matches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rematching(Topics topics, TopicItems items, TopicMatches matches, TransactionTemplate transaction, Clock clock) {
        this.topics = topics;
        this.items = items;
        this.matches = matches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static Task<?> changedTopics(Rematching rematching) {
        return Recurring.every("listening-topics-changed", Duration.ofSeconds(1), rematching::goThroughAll);
    }

    void goThroughAll() {
        for (var brand : topics.brandsGoneThrough()) {
            try {
                Tenant.run(brand, this::goThrough);
            } catch (RuntimeException e) {
                LOG.error("A changed topic of brand {} could not be matched anew; it is tried again", brand, e);
            }
        }
    }

    private void goThrough() {
        var more = true;
        while (more) {
            more = step();
        }
    }

    /** One batch of one topic of the brand whose scope it is; false where none waits. */
    boolean step() {
        return Objects.requireNonNull(
                transaction.execute(status -> topics.again().map(this::step).orElse(false)));
    }

    private boolean step(Topics.Again again) {
        var since = clock.instant().minus(Previewing.DAYS);
        var seen = items.before(again.below(), since, BATCH);
        var matching = matching(again, seen);
        matches.keepOnly(again.id(), seen.stream().map(each -> each.item().id()).toList(), matching.keySet());
        matches.add(
                matching.entrySet().stream()
                        .map(each -> new Match(
                                again.id().value(),
                                each.getKey(),
                                each.getValue().at()))
                        .toList(),
                clock.instant());
        topics.goneThrough(
                again.id(), seen.size() < BATCH ? 0 : seen.getLast().item().id());
        return true;
    }

    private static Map<Long, Seen> matching(Topics.Again again, List<Seen> seen) {
        try (var trial = new TopicTrial(TopicQuery.read(again.query()))) {
            return trial.matching(seen);
        } catch (TopicMisread e) {
            LOG.warn("Topic {} can't be read any more and picks nothing: {}", again.id(), e.getMessage());
            return Map.of();
        }
    }
}
