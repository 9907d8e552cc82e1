package dev.parvi.listening;

import dev.parvi.listening.Ranked.Points;
import dev.parvi.listening.Ranked.Teller;
import dev.parvi.listening.StoryFilter.Order;
import dev.parvi.listening.StoryFilter.View;
import dev.parvi.listening.StoryList.Place;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which stories matter, by a rule that can be counted after: {@link Points}. Any member may look. */
@Component
public class Ranking {

    /** Growth is what came in so many hours. */
    public static final int HOURS = 3;

    /** Freshness halves in so many hours. */
    public static final int HALF = 12;

    /** What was last told before this can't matter this morning. */
    public static final Duration RECENT = Duration.ofHours(48);

    private static final int CANDIDATES = 200;

    private final Browsing browsing;
    private final Stories stories;
    private final Tellers tellers;
    private final StoryTopics topics;
    private final Clock clock;

    Ranking(Browsing browsing, Stories stories, Tellers tellers, StoryTopics topics, Clock clock) {
        this.browsing = browsing;
        this.stories = stories;
        this.tellers = tellers;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * A page of stories.
     *
     * @param next where the next page begins; null where this is the last
     * @param languages in which there are stories at all
     * @param topics by which they can be narrowed
     */
    public record Page(
            List<Ranked> stories,
            @Nullable Place next,
            List<String> languages,
            List<TopicChoice> topics,
            Instant now) {}

    /** What weighs most of the last {@link #RECENT}, of saved ones whenever they were told. */
    @Transactional(readOnly = true)
    public Page top(Seat seat, StoryFilter filter, int most) {
        var now = clock.instant();
        var since = filter.view() == View.SAVED ? Instant.EPOCH : now.minus(RECENT);
        var candidates = stories.list(seat.member(), filter.order(Order.WIDE), since, null, CANDIDATES);
        var ranked = ranked(candidates, now).stream()
                .sorted(Comparator.comparingDouble(
                                (Ranked each) -> -each.points().sum())
                        .thenComparing(each -> each.story().last(), Comparator.reverseOrder()))
                .limit(most)
                .toList();
        return new Page(ranked, null, tellers.languages(now.minus(Browsing.BACK)), topics.all(), now);
    }

    /** In the filter's own order. */
    @Transactional(readOnly = true)
    public Page page(Seat seat, StoryFilter filter, @Nullable Place after, int most) {
        var now = clock.instant();
        var found = browsing.list(seat, filter, after, most);
        return new Page(
                ranked(found.stories(), now),
                found.next(),
                tellers.languages(now.minus(Browsing.BACK)),
                topics.all(),
                now);
    }

    /** @throws NoSuchStory where there is none */
    @Transactional(readOnly = true)
    public Ranked one(Seat seat, StoryId id) {
        return ranked(browsing.some(seat, List.of(id)), clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchStory(id));
    }

    private List<Ranked> ranked(List<Story> found, Instant now) {
        var ids = found.stream().map(Story::id).toList();
        var told = tellers.of(ids);
        var about = topics.of(ids);
        return found.stream()
                .map(story -> ranked(
                        story,
                        told.getOrDefault(story.id(), List.of()),
                        about.getOrDefault(story.id(), List.of()),
                        now))
                .toList();
    }

    private static Ranked ranked(Story story, List<Teller> told, List<String> about, Instant now) {
        var lately = now.minus(Duration.ofHours(HOURS));
        var points = new Points(
                told.stream()
                        .mapToDouble(each -> Math.max(Points.LEAST, each.weight()))
                        .sum(),
                (int) told.stream().filter(each -> each.at().isAfter(lately)).count(),
                about.size(),
                Math.pow(0.5, Math.max(0, Duration.between(story.last(), now).toMinutes()) / 60.0 / HALF));
        return new Ranked(story, told, about, points);
    }
}
