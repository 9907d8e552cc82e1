package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what was grouped wrong, for good: an item that a member put somewhere is moved by members only, and what comes later goes where
 * the items go that it's most like.
 */
@Component
public class Regrouping {

    private final StoryChanges changes;
    private final Tellings tellings;
    private final Retellings retellings;
    private final StoryPosts posts;
    private final Splits splits;
    private final Clock clock;

    Regrouping(
            StoryChanges changes,
            Tellings tellings,
            Retellings retellings,
            StoryPosts posts,
            Splits splits,
            Clock clock) {
        this.changes = changes;
        this.tellings = tellings;
        this.retellings = retellings;
        this.posts = posts;
        this.splits = splits;
        this.clock = clock;
    }

    /** Makes an item a story of its own: {@link #split}. */
    @Transactional
    public StoryId takeOut(Seat seat, StoryId story, ItemId item) {
        return split(seat, story, List.of(item));
    }

    /**
     * Makes these items another story, which isn't the same as the rest for good.
     *
     * @return the new story; the old one where none or all of its items are meant, which changes nothing
     * @throws NoSuchStory where there is none
     */
    @Transactional
    public StoryId split(Seat seat, StoryId story, Collection<ItemId> items) {
        seat.needs(Right.WRITE);
        changes.hold(List.of(story));
        var meant = tellings.telling(story, items);
        if (meant.isEmpty() || meant.size() == tellings.count(story)) {
            return story;
        }
        var before = retellings.parts(List.of(story));
        var fresh = changes.like(story);
        tellings.move(meant, fresh);
        splits.apart(story, fresh, seat.member(), clock.instant());
        finish(List.of(story, fresh), before);
        return fresh;
    }

    /**
     * Makes two stories one. What was apart from either stays apart from it.
     *
     * @param into which stays
     * @throws NoSuchStory where one of them isn't there
     */
    @Transactional
    public void merge(Seat seat, StoryId into, StoryId from) {
        seat.needs(Right.WRITE);
        if (into.equals(from)) {
            return;
        }
        changes.hold(List.of(into, from));
        var before = retellings.parts(List.of(into, from));
        splits.merged(from, into, seat.member(), clock.instant());
        tellings.moveAll(from, into);
        posts.move(from, into);
        changes.inherit(into, from);
        posts.date(into);
        finish(List.of(into, from), before);
    }

    private void finish(List<StoryId> stories, Retellings.Parts before) {
        retellings.retell(stories, before);
        changes.rename(stories);
    }
}
