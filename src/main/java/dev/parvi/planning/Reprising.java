package dev.parvi.planning;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the copies of posts that come again, a week ahead. */
@Component
class Reprising {

    private static final Logger LOG = LoggerFactory.getLogger(Reprising.class);

    private static final int DAYS_AHEAD = 7;

    private final Repeats repeats;
    private final Copying copying;
    private final Scheduling scheduling;
    private final Seating seating;
    private final Clock clock;

    Reprising(Repeats repeats, Copying copying, Scheduling scheduling, Seating seating, Clock clock) {
        this.repeats = repeats;
        this.copying = copying;
        this.scheduling = scheduling;
        this.seating = seating;
        this.clock = clock;
    }

    /** Which are due in the brand whose scope it is. */
    @Transactional(readOnly = true)
    public List<PostId> due() {
        return repeats.before(end()).stream().map(Repeat::post).toList();
    }

    /**
     * Makes the copies of one post that are due. What can't be planned (its account is gone, an approval is wanted) stays a
     * draft, where a person finds it.
     */
    @Transactional
    public void copy(PostId post) {
        var repeat = repeats.locked(post).orElse(null);
        var seat = repeat == null ? null : seat(repeat);
        if (repeat == null || seat == null) {
            repeats.remove(post);
            return;
        }
        var now = clock.instant();
        var left = repeat;
        while (!left.over() && left.next().isBefore(end())) {
            if (new WallTime(left.next(), left.zone())
                    .read(WallTime.Choice.FIRST)
                    .instant()
                    .isAfter(now)) {
                plan(seat, left);
            }
            left = left.onward();
        }
        if (left.over()) {
            repeats.remove(post);
        } else {
            repeats.put(left);
        }
    }

    private void plan(Seat seat, Repeat repeat) {
        var copy = copying.copy(seat, repeat.post());
        var refused = scheduling.tryAt(seat, copy, new WallTime(repeat.next(), repeat.zone()));
        refused.ifPresent(why -> LOG.info("A copy of post {} stays a draft: {}", repeat.post(), why));
    }

    private @Nullable Seat seat(Repeat repeat) {
        return seating.seat(repeat.by(), Tenant.brand().orElseThrow()).orElse(null);
    }

    private LocalDateTime end() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }
}
