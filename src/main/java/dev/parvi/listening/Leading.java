package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether we have the news before our audience does. Of a story that we posted about and that our audience spoke of, the lead time is the
 * time from our first post to the audience's first word, below zero where they were first. The figure is the share of such stories with a lead above
 * zero, and the median lead over all of them. {@code docs/figures.md} works an example.
 */
@Component
public class Leading {

    /** The figure looks back so far. */
    public static final Duration PERIOD = Duration.ofDays(90);

    private static final Duration HISTORY = Duration.ofDays(366);

    private final Leads leads;
    private final Branding branding;
    private final Clock clock;

    Leading(Leads leads, Branding branding, Clock clock) {
        this.leads = leads;
        this.branding = branding;
        this.clock = clock;
    }

    /**
     * One story's times.
     *
     * @param seen when we first saw an item of it
     * @param spoken null where the audience hasn't spoken of it
     */
    public record Lead(
            StoryId story,
            String title,
            Instant seen,
            Instant posted,
            @Nullable Instant spoken) {

        /** From our post to our audience's first word; null where there is none yet. */
        public @Nullable Duration ahead() {
            return spoken == null ? null : Duration.between(posted, spoken);
        }
    }

    /**
     * How far ahead we were.
     *
     * @param compared stories that we posted about and our audience spoke of
     * @param ahead of these, where we were first
     * @param median lead over the compared ones, below zero where they were first; null where none was compared
     * @param unspoken stories that we posted about and nobody of our audience has spoken of
     */
    public record Figure(int compared, int ahead, @Nullable Duration median, int unspoken) {

        /** 0 to 100, rounded; 0 where none was compared. */
        public int percent() {
            return compared == 0 ? 0 : (int) Math.round(100.0 * ahead / compared);
        }
    }

    /** The figure of one month, by our posts. */
    public record Month(YearMonth month, Figure figure) {}

    /**
     * What the page of the figure shows.
     *
     * @param figure over {@link #PERIOD}
     * @param months in which we posted about stories, within a year, the earliest first
     * @param stories of the period, the latest post first
     */
    public record Record(Figure figure, List<Month> months, List<Lead> stories) {}

    /** Any member may look. */
    @Transactional(readOnly = true)
    public Record record(Seat seat) {
        var now = clock.instant();
        var zone = branding.current().zone();
        var all = leads.since(now.minus(HISTORY));
        var lately = all.stream()
                .filter(each -> each.posted().isAfter(now.minus(PERIOD)))
                .sorted(Comparator.comparing(Lead::posted).reversed())
                .toList();
        return new Record(figure(lately), months(all, zone), lately);
    }

    static List<Month> months(List<Lead> all, ZoneId zone) {
        var months = new TreeMap<YearMonth, List<Lead>>();
        all.forEach(each -> months.computeIfAbsent(YearMonth.from(each.posted().atZone(zone)), key -> new ArrayList<>())
                .add(each));
        return months.entrySet().stream()
                .map(each -> new Month(each.getKey(), figure(each.getValue())))
                .toList();
    }

    /** Of any stories that we posted about. */
    static Figure figure(List<Lead> leads) {
        var aheads = leads.stream()
                .flatMap(each -> Stream.ofNullable(each.ahead()))
                .sorted()
                .toList();
        var first = (int) aheads.stream().filter(Duration::isPositive).count();
        return new Figure(aheads.size(), first, median(aheads), leads.size() - aheads.size());
    }

    private static @Nullable Duration median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
