package dev.parvi.analysis;

import dev.parvi.account.Connecting;
import dev.parvi.analysis.Measuring.Post;
import dev.parvi.brand.Branding;
import dev.parvi.planning.Advice;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out when an account's posts were best heard: the mean of their echo against the account's median, by weekday and three hours, drawn to the
 * usual as if three usual posts stood beside them. Worked in {@code docs/figures.md}.
 */
@Component
class Timing implements Advice {

    /** Fewer posts say nothing. */
    static final int ENOUGH = 20;

    static final int FEWEST = 3;

    /** So many usual posts are put beside those there are. */
    static final int PRIOR = 3;

    /** A post that went round the world counts as five times the usual, not more. */
    static final double MOST = 5;

    private static final double BETTER = 1.1;
    private static final int SHOWN = 3;
    private static final int HOURS = 3;

    /** Talk takes its time. */
    private static final Duration RIPE = Duration.ofDays(3);

    private final Measuring measuring;
    private final BestTimes times;
    private final Connecting connecting;
    private final Branding branding;
    private final Clock clock;

    Timing(Measuring measuring, BestTimes times, Connecting connecting, Branding branding, Clock clock) {
        this.measuring = measuring;
        this.times = times;
        this.connecting = connecting;
        this.branding = branding;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AccountId, Times> times() {
        return times.all(ENOUGH);
    }

    /** For each account of the brand whose scope it is. */
    @Transactional
    public void work() {
        var now = clock.instant();
        var zone = branding.current().zone();
        for (var account : connecting.open()) {
            var posts = measuring.posts(new Span(now.minus(Measuring.USUAL), now.minus(RIPE)), account.id());
            times.put(account.id(), of(posts, zone), now);
        }
    }

    private record Cell(DayOfWeek day, int hour) {}

    static Times of(List<Post> posts, ZoneId zone) {
        var known = posts.stream().filter(each -> each.times() != null).toList();
        if (known.size() < ENOUGH) {
            return new Times(known.size(), ENOUGH, List.of());
        }
        var cells = known.stream().collect(Collectors.groupingBy(each -> {
            var at = each.at().atZone(zone);
            return new Cell(at.getDayOfWeek(), at.getHour() / HOURS * HOURS);
        }));
        return new Times(
                known.size(),
                ENOUGH,
                cells.entrySet().stream()
                        .filter(each -> each.getValue().size() >= FEWEST)
                        .map(each -> new Best(
                                each.getKey().day(),
                                each.getKey().hour(),
                                each.getValue().size(),
                                drawn(each.getValue())))
                        .filter(each -> each.times() >= BETTER)
                        .sorted(Comparator.comparingDouble(Best::times)
                                .reversed()
                                .thenComparing(Best::day)
                                .thenComparing(Best::hour))
                        .limit(SHOWN)
                        .toList());
    }

    private static double drawn(List<Post> posts) {
        var sum = posts.stream()
                .mapToDouble(each -> each.times() == null ? 0 : Math.min(MOST, each.times()))
                .sum();
        return (sum + PRIOR) / (posts.size() + PRIOR);
    }
}
