package dev.parvi.analysis;

import dev.parvi.analysis.Standing.Point;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Goal;
import dev.parvi.brand.Goal.Reading;
import dev.parvi.brand.Measure;
import dev.parvi.shared.GoalId;
import dev.parvi.shared.Span;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how far goals are and where they will end; any member may look. */
@Component
public class Reaching {

    /** So far back a measure's history is looked at. */
    static final int HISTORY = 52;

    private static final int AHEAD_MOST = 4;
    private static final double PERCENT = 100;

    private final Aspiring aspiring;
    private final Gauges gauges;
    private final Branding branding;
    private final Clock clock;

    Reaching(Aspiring aspiring, Gauges gauges, Branding branding, Clock clock) {
        this.aspiring = aspiring;
        this.gauges = gauges;
        this.branding = branding;
        this.clock = clock;
    }

    /** In the order of {@link Aspiring#all}. */
    @Transactional(readOnly = true)
    public List<Standing> all(Seat seat) {
        return all();
    }

    List<Standing> all() {
        var zone = branding.current().zone();
        return aspiring.all().stream().map(each -> standing(each, zone)).toList();
    }

    /** Goals that were behind their path when that was last looked at and still are; the soonest due first. */
    @Transactional(readOnly = true)
    public List<Standing> behind(Seat seat, int most) {
        var zone = branding.current().zone();
        return aspiring.all().stream()
                .filter(each -> each.behindAt() != null && each.endedAt() == null)
                .sorted(Comparator.comparing(Goal::due))
                .map(each -> standing(each, zone))
                .filter(each -> each.behind() && !each.over())
                .limit(most)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Standing> one(Seat seat, GoalId id) {
        return aspiring.get(id).map(each -> standing(each, branding.current().zone()));
    }

    /** What it came to by week before now, the earliest first, so that a baseline can be chosen. Null where nobody can say. */
    @Transactional(readOnly = true)
    public @Nullable Double lately(Seat seat, Measure measure, dev.parvi.shared.@Nullable AccountId account) {
        var now = clock.instant();
        var spans = Weeks.before(now, branding.current().zone(), 4);
        return gauges.reckons(measure)
                ? gauges.of(
                                measure,
                                account,
                                List.of(new Span(
                                        spans.getFirst().from(), spans.getLast().to())))
                        .getFirst()
                : null;
    }

    private Standing standing(Goal goal, ZoneId zone) {
        var now = clock.instant();
        var way = Way.of(goal, zone);
        var until = now.isBefore(way.to()) ? now : way.to();
        var line = line(goal, way, until, zone);
        var value = line.now();
        var left = way.left(now);
        var forecast =
                value == null || left <= 0 ? null : bounded(goal, value, Forecast.of(value, line.changes(), left));
        var ahead = (int) Math.max(1, Math.min(AHEAD_MOST, Math.round(left)));
        var trial = Forecast.tried(line.changes(), ahead);
        return new Standing(
                goal,
                value,
                way.at(now),
                value == null ? null : (Double) way.done(value),
                forecast == null ? null : (Double) forecast.low(),
                forecast == null ? null : (Double) forecast.middle(),
                forecast == null ? null : (Double) forecast.high(),
                trial.inside(),
                trial.all(),
                ahead,
                goal.endedAt() == null && value != null && way.behind(value, now),
                !now.isBefore(way.to()),
                value != null && way.reached(value),
                course(goal, way, line, now, zone),
                line.readAt());
    }

    /**
     * @param changes by week, those that are known
     * @param points what it stood at, by the day on which a week began
     */
    private record Line(@Nullable Double now, List<Double> changes, List<Reading> points, Instant readAt) {}

    private Line line(Goal goal, Way way, Instant until, ZoneId zone) {
        if (!gauges.reckons(goal.measure())) {
            return kept(goal, until, zone);
        }
        var weeks = Weeks.before(until, zone, HISTORY);
        var figures = gauges.of(goal.measure(), goal.account(), weeks);
        var changes = new ArrayList<Double>();
        var points = new ArrayList<Reading>();
        for (var n = 0; n < weeks.size(); n++) {
            var figure = figures.get(n);
            var before = n == 0 ? null : figures.get(n - 1);
            if (goal.measure().sums()) {
                if (figure != null) {
                    changes.add(figure);
                }
            } else if (figure != null && before != null) {
                changes.add(figure - before);
            }
            if (!goal.measure().sums() && figure != null) {
                points.add(new Reading(LocalDate.ofInstant(weeks.get(n).to(), zone), figure, false, ""));
            }
        }
        if (goal.measure().sums()) {
            points.addAll(summed(goal, way, until, zone));
        }
        var from = goal.measure().sums() ? way.from() : until.minus(java.time.Duration.ofDays(28));
        var now = until.isBefore(way.from()) && goal.measure().sums()
                ? null
                : gauges.of(goal.measure(), goal.account(), List.of(new Span(from, until)))
                        .getFirst();
        return new Line(now, begun(goal, figures, changes), points, until);
    }

    /** A brand that began last month had no year of nothing before: weeks before its first figure above zero don't count. */
    private static List<Double> begun(Goal goal, List<@Nullable Double> figures, List<Double> changes) {
        if (!goal.measure().sums()) {
            return changes;
        }
        var first = 0;
        while (first < changes.size() && changes.get(first) == 0) {
            first++;
        }
        return changes.subList(first, changes.size());
    }

    /** What a sum stood at by the end of each week since it began. */
    private List<Reading> summed(Goal goal, Way way, Instant until, ZoneId zone) {
        var ends = new ArrayList<LocalDate>();
        for (var day = goal.from().plusDays(7);
                !day.atStartOfDay(zone).toInstant().isAfter(until);
                day = day.plusDays(7)) {
            ends.add(day);
        }
        if (ends.isEmpty()) {
            return List.of();
        }
        var spans = ends.stream()
                .map(day -> new Span(way.from(), day.atStartOfDay(zone).toInstant()))
                .toList();
        var figures = gauges.of(goal.measure(), goal.account(), spans);
        var points = new ArrayList<Reading>();
        for (var n = 0; n < ends.size(); n++) {
            var figure = figures.get(n);
            if (figure != null) {
                points.add(new Reading(ends.get(n), figure, false, ""));
            }
        }
        return points;
    }

    /** Of measures whose readings are kept: the last one until a day is what it stood at then. */
    private Line kept(Goal goal, Instant until, ZoneId zone) {
        var readings = aspiring.readings(goal.id());
        var changes = new ArrayList<Double>();
        Double before = null;
        for (var week : Weeks.before(until, zone, HISTORY)) {
            var last = at(readings, LocalDate.ofInstant(week.to(), zone));
            if (last != null && before != null) {
                changes.add(last - before);
            }
            before = last;
        }
        var now = at(readings, LocalDate.ofInstant(until, zone));
        var readAt = readings.isEmpty()
                ? until
                : readings.getLast().day().atStartOfDay(zone).toInstant();
        return new Line(now, changes, readings, readAt);
    }

    static @Nullable Double at(List<Reading> readings, LocalDate day) {
        return readings.stream()
                .filter(each -> !each.day().isAfter(day))
                .reduce((a, b) -> b)
                .map(Reading::value)
                .orElse(null);
    }

    private static @Nullable Forecast bounded(Goal goal, double value, @Nullable Forecast forecast) {
        if (forecast == null) {
            return null;
        }
        return switch (goal.measure()) {
            case MOOD, RECALL, REPUTATION, SHARE_OF_VOICE -> forecast.within(0, PERCENT);
            case OTHER -> forecast;
            default -> forecast.within(goal.measure().sums() ? value : 0, Double.MAX_VALUE);
        };
    }

    /** Once a week from when it began, and at its end; what is to come has its path and its range. */
    private List<Point> course(Goal goal, Way way, Line line, Instant now, ZoneId zone) {
        var course = new ArrayList<Point>();
        var today = LocalDate.ofInstant(now, zone);
        var last = goal.due().plusDays(1);
        for (var day = goal.from();
                !day.isAfter(last);
                day = day.plusDays(7).isAfter(last) && day.isBefore(last) ? last : day.plusDays(7)) {
            var at = day.atStartOfDay(zone).toInstant();
            var past = !day.isAfter(today);
            var value = past
                    ? (day.equals(goal.from()) && goal.measure().sums() ? (Double) 0.0 : at(line.points(), day))
                    : null;
            var range = past || line.now() == null
                    ? null
                    : bounded(
                            goal,
                            Objects.requireNonNull(line.now()),
                            Forecast.of(line.now(), line.changes(), new Way(0, 1, now, at).left(now)));
            course.add(new Point(
                    day,
                    value,
                    way.at(at),
                    range == null ? null : (Double) range.low(),
                    range == null ? null : (Double) range.high()));
        }
        return course;
    }
}
