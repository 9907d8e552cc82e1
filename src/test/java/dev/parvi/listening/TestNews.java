package dev.parvi.listening;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets sources speak to a brand, and the desk group what they say. */
@TestComponent
class TestNews {

    static final String RECALL = "Kajo recalls dark roast after metal found in packets";
    static final String RECALL_WORDS =
            "The Lahti roastery Kajo is recalling 38,000 packets of dark roast coffee. Metal shavings from a broken mill were found in them.";
    static final String RECALL_AGAIN = "Metal shavings in coffee: Kajo pulls 38,000 packets of dark roast";
    static final String RECALL_AGAIN_WORDS =
            "Roastery Kajo from Lahti asks customers to return its dark roast coffee. A broken mill left metal in the packets.";
    static final String OTHER = "Westhaven line closed after lightning strike";
    static final String OTHER_WORDS =
            "About thirty trains were cancelled on Tuesday evening when signals failed. Operator Northern Arc hopes to run again after eight.";

    @Autowired
    Following following;

    @Autowired
    Collecting collecting;

    @Autowired
    Grouping grouping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    SourceId source(Seat seat, String name) {
        var address = "https://" + UUID.randomUUID() + ".example.org/feed";
        return Tenant.in(
                seat.brand(),
                () -> following
                        .add(seat, NewSource.feed(address, name, List.of()))
                        .id());
    }

    /** Said now, in English. */
    ItemId says(Seat seat, SourceId source, String title, String words) {
        return says(seat, source, title, words, "https://example.org/" + UUID.randomUUID(), clock.instant());
    }

    ItemId says(Seat seat, SourceId source, String title, String words, String address, Instant at) {
        return hears(seat, source, new Fresh(address, address, title, words, null, "", "en", "", at));
    }

    ItemId hears(Seat seat, SourceId source, Fresh fresh) {
        var taken = collecting.take(seat.brand(), source, List.of(fresh));
        group(seat);
        return taken.added().isEmpty()
                ? new ItemId(0)
                : taken.added().getFirst().id();
    }

    void group(Seat seat) {
        Tenant.run(seat.brand(), () -> {
            while (grouping.next() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    StoryId story(Seat seat, ItemId item) {
        return new StoryId(in(seat, () -> grouping.stories(List.of(item)).getOrDefault(item.value(), 0L)));
    }

    /** The recall as {@code sources} different sources tell it, a minute after each other, the last now. */
    StoryId recall(Seat seat, int sources) {
        var story = new StoryId(0);
        for (var n = 0; n < sources; n++) {
            var source = source(seat, "Source " + n);
            var at = clock.instant().minus(Duration.ofMinutes(sources - 1L - n));
            var item = n % 2 == 0
                    ? says(seat, source, RECALL, RECALL_WORDS, "https://example.org/" + UUID.randomUUID(), at)
                    : says(
                            seat,
                            source,
                            RECALL_AGAIN,
                            RECALL_AGAIN_WORDS,
                            "https://example.org/" + UUID.randomUUID(),
                            at);
            story = story(seat, item);
        }
        return story;
    }

    <T> T in(Seat seat, Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    void run(Seat seat, Runnable work) {
        Tenant.run(seat.brand(), work);
    }
}
