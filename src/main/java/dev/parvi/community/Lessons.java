package dev.parvi.community;

import dev.parvi.community.LearnedModels.Standing;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.text.Correction;
import dev.parvi.text.Learned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a brand's moderators have taught, as this node knows it: whether another node has learned more is asked each time, the model
 * is read when it's another one.
 */
@Component
class Lessons {

    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);

    /** A model of 500 corrections takes some 3 MB of memory. */
    private static final int MOST_KEPT = 24;

    private final LearnedModels models;
    private final Corrections corrections;
    private final Map<BrandId, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BrandId, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Lessons(LearnedModels models, Corrections corrections) {
        this.models = models;
        this.corrections = corrections;
    }

    private record Known(long version, Learned learned) {}

    /**
     * What holds for some utterances.
     *
     * @param said by utterance what a moderator said of it, as long as its words are the same
     */
    record Lesson(Learned learned, Map<Long, Correction> said) {

        static final Lesson NONE = new Lesson(Learned.NOTHING, Map.of());
    }

    /** In the transaction of the brand whose scope it is. */
    Lesson on(Collection<Long> comments) {
        return models.standing()
                .map(standing -> new Lesson(learned(standing), corrections.holding(comments)))
                .orElse(Lesson.NONE);
    }

    private Learned learned(Standing standing) {
        var brand = Tenant.brand().orElseThrow();
        synchronized (known) {
            var before = known.get(brand);
            if (before != null && before.version() == standing.version()) {
                return before.learned();
            }
        }
        var learned = standing.version() == 0 ? Learned.NOTHING : read();
        synchronized (known) {
            known.put(brand, new Known(standing.version(), learned));
        }
        return learned;
    }

    private Learned read() {
        try {
            return models.model().map(Learned::of).orElse(Learned.NOTHING);
        } catch (IllegalArgumentException e) {
            LOG.warn("What brand {} has learned can't be read by this version; it's learned anew", Tenant.brand(), e);
            return Learned.NOTHING;
        }
    }
}
