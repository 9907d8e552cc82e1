package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Colleague;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a story for a member: who has opened it has seen it, and so has who was given it. */
@Component
public class Opening {

    private final Browsing browsing;
    private final Ranking ranking;
    private final Perusing perusing;
    private final StoryMarks marks;
    private final Tipping tipping;
    private final Tips tips;
    private final Clock clock;

    Opening(
            Browsing browsing,
            Ranking ranking,
            Perusing perusing,
            StoryMarks marks,
            Tipping tipping,
            Tips tips,
            Clock clock) {
        this.browsing = browsing;
        this.ranking = ranking;
        this.perusing = perusing;
        this.marks = marks;
        this.tipping = tipping;
        this.tips = tips;
        this.clock = clock;
    }

    /**
     * A story as it's shown.
     *
     * @param reading the item that is read; null where there is nothing to read
     * @param tips who passed it on to whom
     * @param colleagues to whom it can be passed on
     */
    public record Opened(
            Told told,
            Ranked ranked,
            @Nullable Perusal reading,
            List<Tip> tips,
            List<Colleague> colleagues,
            Instant now) {}

    /**
     * @param item the one to read; empty for the first
     * @throws NoSuchStory where there is none
     */
    @Transactional
    public Opened open(Seat seat, StoryId id, Optional<ItemId> item) {
        var told = browsing.one(seat, id);
        var where = told.story().id();
        var now = clock.instant();
        var opened = new Opened(
                told,
                ranking.one(seat, where),
                item.or(() -> told.tellings().stream()
                                .findFirst()
                                .map(each -> each.item().id()))
                        .flatMap(each -> perusing.read(seat, each))
                        .orElse(null),
                tipping.on(seat, where),
                tipping.colleagues(seat),
                now);
        marks.seen(List.of(where), seat.member(), now);
        tips.seen(where, seat.member(), now);
        return opened;
    }
}
