package dev.parvi.today;

import dev.parvi.brand.Brand;
import dev.parvi.community.CatchingUp;
import dev.parvi.listening.Following;
import dev.parvi.listening.Ranking;
import dev.parvi.listening.Rising;
import dev.parvi.listening.StoryFilter;
import dev.parvi.listening.Tipping;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what happened while nobody was there: the news that matter, and who spoke to us. Any member may look. */
@Component
public class Digesting {

    private static final int STORIES = 5;
    private static final int RISING = 5;
    private static final int SPOKEN = 3;
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Ranking ranking;
    private final Rising rising;
    private final Tipping tipping;
    private final CatchingUp catchingUp;
    private final Following following;
    private final Clock clock;

    Digesting(
            Ranking ranking, Rising rising, Tipping tipping, CatchingUp catchingUp, Following following, Clock clock) {
        this.ranking = ranking;
        this.rising = rising;
        this.tipping = tipping;
        this.catchingUp = catchingUp;
        this.following = following;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Digest digest(Seat seat, Brand brand) {
        var now = clock.instant();
        var evening = LocalDate.ofInstant(now, brand.zone())
                .minusDays(1)
                .atTime(EVENING)
                .atZone(brand.zone())
                .toInstant();
        return new Digest(
                ranking.top(seat, StoryFilter.NEW, STORIES).stories(),
                rising.now(seat).rises().stream().limit(RISING).toList(),
                catchingUp.since(seat, evening, SPOKEN),
                tipping.waiting(seat),
                following.gone(seat),
                now);
    }
}
