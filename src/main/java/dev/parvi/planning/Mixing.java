package dev.parvi.planning;

import dev.parvi.shared.PillarId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the pillars, and says what the mix really is. */
@Component
public class Mixing {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final PillarId NONE = new PillarId(0);
    private static final int LONGEST = 60;
    private static final int WHOLE = 100;

    private final Pillars pillars;
    private final Clock clock;

    Mixing(Pillars pillars, Clock clock) {
        this.pillars = pillars;
        this.clock = clock;
    }

    /**
     * What goes out in 30 days.
     *
     * @param without how many posts name no pillar
     * @param all how many posts there are
     */
    public record Mix(List<Part> parts, int without, int all) {}

    /**
     * @param percent its real share of all posts, rounded
     */
    public record Part(Pillar pillar, int posts, int percent) {}

    /** The mix of the last 30 days and of the next 30. */
    public record Mixes(Mix last, Mix next) {}

    @Transactional(readOnly = true)
    public List<Pillar> pillars() {
        return pillars.all();
    }

    @Transactional(readOnly = true)
    public Mixes mixes() {
        var now = clock.instant();
        var all = pillars.all();
        return new Mixes(mix(all, pillars.counts(now.minus(SPAN), now)), mix(all, pillars.counts(now, now.plus(SPAN))));
    }

    /** The mix from 30 days ago to 30 days from now; nothing is counted where there are no pillars. */
    @Transactional(readOnly = true)
    public Mix around() {
        var now = clock.instant();
        var all = pillars.all();
        return mix(all, all.isEmpty() ? Map.of() : pillars.counts(now.minus(SPAN), now.plus(SPAN)));
    }

    /** @throws CannotPlan where the name is missing or too long, or the share isn't one */
    @Transactional
    public void add(Seat seat, String name, int share) {
        seat.needs(Right.WRITE);
        pillars.add(checked(name, share), share);
    }

    @Transactional
    public void change(Seat seat, PillarId pillar, String name, int share) {
        seat.needs(Right.WRITE);
        pillars.put(pillar, checked(name, share), share);
    }

    @Transactional
    public void remove(Seat seat, PillarId pillar) {
        seat.needs(Right.WRITE);
        pillars.remove(pillar);
    }

    private static String checked(String name, int share) {
        if (name.isBlank() || name.strip().length() > LONGEST) {
            throw new CannotPlan("planning.pillars.badname", "most", LONGEST);
        }
        if (share < 0 || share > WHOLE) {
            throw new CannotPlan("planning.pillars.badshare");
        }
        return name.strip();
    }

    private static Mix mix(List<Pillar> pillars, Map<PillarId, Integer> counts) {
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var parts = pillars.stream()
                .map(pillar -> part(pillar, counts.getOrDefault(pillar.id(), 0), all))
                .toList();
        return new Mix(parts, counts.getOrDefault(NONE, 0), all);
    }

    private static Part part(Pillar pillar, int posts, int all) {
        return new Part(pillar, posts, all == 0 ? 0 : Math.round(posts * (float) WHOLE / all));
    }
}
