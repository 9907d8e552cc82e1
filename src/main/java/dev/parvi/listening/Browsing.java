package dev.parvi.listening;

import dev.parvi.listening.StoryFilter.View;
import dev.parvi.listening.StoryList.Place;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows stories: lists of them, and one with all that is known of it. Any member may look. */
@Component
public class Browsing {

    /** So far back lists go. */
    public static final Duration BACK = Duration.ofDays(14);

    /** The most items of one story that are shown. */
    public static final int TELLINGS = 300;

    /** The most hours of growth that are shown. */
    public static final int HOURS = 72;

    /** The most stories of a page. */
    public static final int PAGE = 100;

    private final Stories stories;
    private final Tellings tellings;
    private final StoryPosts posts;
    private final Splits splits;
    private final Rises rises;
    private final Clock clock;

    Browsing(Stories stories, Tellings tellings, StoryPosts posts, Splits splits, Rises rises, Clock clock) {
        this.stories = stories;
        this.tellings = tellings;
        this.posts = posts;
        this.splits = splits;
        this.rises = rises;
        this.clock = clock;
    }

    /**
     * The next stories behind a place, without those whose sources are all muted.
     *
     * @param after null for the first page
     * @param most at most {@link #PAGE}
     */
    @Transactional(readOnly = true)
    public StoryList list(Seat seat, StoryFilter filter, @Nullable Place after, int most) {
        var page = Math.min(most, PAGE);
        var found = stories.list(seat.member(), filter, since(filter), after, page + 1);
        if (found.size() <= page) {
            return new StoryList(found, null);
        }
        var last = found.get(page - 1);
        return new StoryList(found.subList(0, page), place(filter, last));
    }

    private Instant since(StoryFilter filter) {
        return filter.view() == View.SAVED ? Instant.EPOCH : clock.instant().minus(BACK);
    }

    private static Place place(StoryFilter filter, Story last) {
        var rise = last.rise();
        return filter.order() == StoryFilter.Order.RISING && rise != null
                ? new Place(0, rise.at(), last.id().value())
                : new Place(last.sources(), last.last(), last.id().value());
    }

    /** Of these, those that are there, in the order of the ids given. */
    @Transactional(readOnly = true)
    public List<Story> some(Seat seat, Collection<StoryId> ids) {
        return stories.of(seat.member(), ids);
    }

    /**
     * One with all its items. What was merged into another leads there.
     *
     * @throws NoSuchStory where there is none
     */
    @Transactional(readOnly = true)
    public Told one(Seat seat, StoryId id) {
        var where = splits.now(id);
        var story =
                stories.of(seat.member(), List.of(where)).stream().findFirst().orElseThrow(() -> new NoSuchStory(id));
        var now = clock.instant();
        return new Told(
                story,
                tellings.of(where, TELLINGS),
                tellings.voices(where),
                rises.growth(where, story.first(), now),
                posts.of(where),
                splits.apartFrom(where));
    }

    /**
     * The story that an item tells.
     *
     * @throws NoSuchStory where it's gone, or never was
     */
    @Transactional(readOnly = true)
    public StoryId of(Seat seat, ItemId item) {
        return tellings.storyOf(item).orElseThrow(() -> new NoSuchStory(new StoryId(0)));
    }

    /** How many stories of the view there are that this member hasn't opened; counted to 100. */
    @Transactional(readOnly = true)
    public int unseen(Seat seat) {
        return stories.list(
                        seat.member(),
                        StoryFilter.NEW.view(View.UNSEEN),
                        clock.instant().minus(BACK),
                        null,
                        PAGE)
                .size();
    }
}
