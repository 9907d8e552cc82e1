package dev.parvi.listening;

import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.shared.BrandId;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The topics of all brands in this node's memory. A brand's are brought up to date whenever its items are matched, within that very
 * transaction: so it never matters which node a topic was saved on, nor whether a message of it was lost.
 */
@Component
class TopicRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRegistry.class);

    private final Topics topics;
    private final TopicMatcher matcher = new TopicMatcher();
    private final Map<BrandId, Long> known = new ConcurrentHashMap<>();

    TopicRegistry(Topics topics) {
        this.topics = topics;
    }

    /** All matches hold for as long as the transaction runs: no topic of the brand changes meanwhile. */
    TopicMatcher current(BrandId brand) {
        var revision = topics.hold();
        if (known.getOrDefault(brand, 0L) < revision) {
            learn(brand, revision);
        }
        return matcher;
    }

    /** Whether the brand has ever had a topic, as far as {@link #current} has seen. */
    boolean any(BrandId brand) {
        return known.getOrDefault(brand, 0L) > 0;
    }

    private synchronized void learn(BrandId brand, long revision) {
        var before = known.getOrDefault(brand, 0L);
        if (before >= revision) {
            return;
        }
        var put = new ArrayList<Stored>();
        var gone = new ArrayList<Long>();
        for (var change : topics.since(before)) {
            if (change.removed()) {
                gone.add(change.id().value());
            } else {
                read(brand, change, put, gone);
            }
        }
        matcher.put(put);
        matcher.drop(gone);
        known.put(brand, revision);
    }

    private static void read(BrandId brand, Topics.Change change, List<Stored> put, List<Long> gone) {
        try {
            put.add(new Stored(brand, change.id().value(), TopicQuery.read(change.query())));
        } catch (TopicMisread e) {
            // It was checked when it was saved; a later version of the desk may read more strictly.
            LOG.warn(
                    "Topic {} of brand {} can't be read any more and picks nothing: {}",
                    change.id(),
                    brand,
                    e.getMessage());
            gone.add(change.id().value());
        }
    }

    @PreDestroy
    void close() {
        matcher.close();
    }
}
