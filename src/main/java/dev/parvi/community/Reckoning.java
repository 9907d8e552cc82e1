package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was said, for rooms that hold it against something; in the brand whose scope it is. */
@Component
public class Reckoning {

    private final WordCounts counts;
    private final ConflictPeople people;
    private final Conflicts conflicts;

    Reckoning(WordCounts counts, ConflictPeople people, Conflicts conflicts) {
        this.counts = counts;
        this.people = people;
        this.conflicts = conflicts;
    }

    /** What others said under a post of ours. */
    public record UnderPost(int comments, int people, Instant countedAt) {}

    /**
     * What others said in a window.
     *
     * @param glad whose mood was understood as good, {@code even} as neither, {@code upset} as bad; the rest is unsure
     * @param answered how many of them we answered directly
     * @param minutes the median time to those answers; null where there was none
     */
    public record Words(
            int comments,
            int people,
            int glad,
            int even,
            int upset,
            int questions,
            int complaints,
            int answered,
            @Nullable Double minutes) {}

    /**
     * What a member wrote to the audience.
     *
     * @param minutes the median time from what was answered to the writing; null where nothing was
     */
    public record Load(
            MemberId member, int answers, @Nullable Double minutes, int open) {}

    @Transactional(readOnly = true)
    public Map<DeliveryId, UnderPost> under(Collection<DeliveryId> posts) {
        return counts.under(posts);
    }

    /**
     * One for each window, in their order.
     *
     * @param account null for all
     */
    @Transactional(readOnly = true)
    public List<Words> words(@Nullable AccountId account, List<Span> spans) {
        return counts.words(account, spans);
    }

    /** Who answered in a window, and what is assigned to them now; the most first. */
    @Transactional(readOnly = true)
    public List<Load> loads(Span span) {
        return counts.loads(span);
    }

    /** What the audience asked in a window, the latest first. */
    @Transactional(readOnly = true)
    public List<String> questions(Span span, int most) {
        return counts.questions(span, most);
    }

    /** As of now. */
    @Transactional(readOnly = true)
    public Reputation reputation(Instant now) {
        var since = now.minus(Reputation.WITHIN);
        var returned = people.returned(since);
        return Reputation.of(conflicts.ended(since), returned.well(), returned.known());
    }

    /** How many conflicts began in each window, and how many ended in it. */
    @Transactional(readOnly = true)
    public List<int[]> conflicts(List<Span> spans) {
        return counts.conflicts(spans);
    }
}
