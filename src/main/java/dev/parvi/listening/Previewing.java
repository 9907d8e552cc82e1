package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.listening.TopicItems.Seen;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a query would have picked, before it's kept. */
@Component
public class Previewing {

    /** How far back it looks. */
    public static final Duration DAYS = Duration.ofDays(14);

    /** The most items that are looked through, and shown. */
    public static final int MOST = 5_000;

    public static final int SHOWN = 20;

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final TopicItems items;
    private final Branding branding;
    private final Clock clock;

    Previewing(TopicItems items, Branding branding, Clock clock) {
        this.items = items;
        this.branding = branding;
        this.clock = clock;
    }

    /**
     * What became of a query.
     *
     * @param misread why it can't be read; null where it can
     * @param understood with every AND and bracket written out
     * @param found how many items it picks of those looked through
     * @param looked how many were looked through, the latest first
     * @param all whether these were all of the last {@link #DAYS}
     * @param days how many of each day, the days without any included
     * @param picks the latest of them
     */
    public record Preview(
            String typed,
            @Nullable TopicMisread misread,
            String understood,
            int found,
            int looked,
            boolean all,
            Map<LocalDate, Integer> days,
            List<TopicPick> picks) {

        static Preview wrong(String typed, TopicMisread misread) {
            return new Preview(typed, misread, "", 0, 0, true, Map.of(), List.of());
        }
    }

    /** It stops at {@link #MOST} items, or after a second and a half, whichever comes first. */
    @Transactional(readOnly = true)
    public Preview preview(Seat seat, String typed) {
        try {
            return preview(typed, TopicQuery.read(typed));
        } catch (TopicMisread e) {
            return Preview.wrong(typed, e);
        }
    }

    private Preview preview(String typed, TopicQuery query) {
        var zone = branding.current().zone();
        var days = days(zone);
        var until = System.nanoTime() + PATIENCE.toNanos();
        var found = new ArrayList<Seen>();
        var looked = 0;
        var below = Long.MAX_VALUE;
        var all = false;
        try (var trial = new TopicTrial(query)) {
            while (!all && looked < MOST && System.nanoTime() < until) {
                var batch = items.before(below, clock.instant().minus(DAYS), BATCH);
                found.addAll(trial.matching(batch).values());
                looked += batch.size();
                all = batch.size() < BATCH;
                below = all ? 0 : batch.getLast().item().id();
            }
        }
        found.forEach(each -> days.merge(LocalDate.ofInstant(each.at(), zone), 1, Integer::sum));
        var marks = new TopicMarks(query);
        var picks = found.stream()
                .limit(SHOWN)
                .map(each -> TopicPick.of(each, marks))
                .toList();
        return new Preview(typed, null, query.text(), found.size(), looked, all, days, picks);
    }

    private Map<LocalDate, Integer> days(ZoneId zone) {
        return days(clock.instant().minus(DAYS).atZone(zone).toLocalDate(), LocalDate.ofInstant(clock.instant(), zone));
    }

    static Map<LocalDate, Integer> days(LocalDate first, LocalDate last) {
        var days = new TreeMap<LocalDate, Integer>();
        first.plusDays(1).datesUntil(last.plusDays(1)).forEach(day -> days.put(day, 0));
        return days;
    }
}
