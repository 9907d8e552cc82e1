package dev.parvi.tracking;

import dev.parvi.shared.DeliveryId;
import dev.parvi.tracking.Result.Credit;
import dev.parvi.tracking.Result.Worth;
import dev.parvi.tracking.Results.Came;
import dev.parvi.tracking.Results.Credited;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What posts, answers, accounts, pillars and campaigns brought: who came by their links, and what those then did, credited by the
 * first, the last and all touches alike. Any member may look. Days are those of the brand's zone; figures lag by five minutes at the
 * most.
 */
@Component
public class Attributing {

    private final Results results;
    private final Trackings trackings;

    Attributing(Results results, Trackings trackings) {
        this.results = results;
        this.trackings = trackings;
    }

    /** A day of the whole brand; {@code visitors} are different ones of that day. */
    public record Day(LocalDate day, long people, long robots, long visitors, long conversions) {}

    /**
     * Conversions of one name.
     *
     * @param worth what they were worth, by currency; empty where none had a value
     */
    public record Named(String name, long count, List<Worth> worth) {}

    /**
     * What was brought, most clicks first.
     *
     * @param until the first day that isn't asked for
     * @param name of conversions, such as {@code bought}; empty for all
     */
    @Transactional(readOnly = true)
    public List<Result> by(By by, LocalDate from, LocalDate until, String name) {
        return first(by, from, until, name, Integer.MAX_VALUE).lines();
    }

    /** The first of them, and how many more there are. */
    public record Some(List<Result> lines, int more) {}

    /** As {@link #by}, only the first. */
    @Transactional(readOnly = true)
    public Some first(By by, LocalDate from, LocalDate until, String name, int most) {
        var came = results.came(by, from, until, name, most);
        var credits = results
                .credited(by, from, until, name, came.stream().map(Came::key).toList())
                .stream()
                .collect(Collectors.groupingBy(Credited::key));
        var lines = came.stream()
                .map(each -> result(each, credits.getOrDefault(each.key(), List.of())))
                .sorted(Comparator.comparingLong(Result::people)
                        .thenComparing(each -> each.credit().linear())
                        .reversed()
                        .thenComparing(Result::key))
                .toList();
        return new Some(lines, came.isEmpty() ? 0 : came.getFirst().keys() - came.size());
    }

    /** Conversions of the brand by name, however they came about; most first. */
    @Transactional(readOnly = true)
    public List<Named> names(LocalDate from, LocalDate until) {
        var names = new LinkedHashMap<String, List<Credited>>();
        results.names(from, until)
                .forEach(each -> names.computeIfAbsent(each.name(), name -> new ArrayList<>())
                        .add(each));
        return names.entrySet().stream()
                .map(each -> new Named(
                        each.getKey(),
                        each.getValue().stream()
                                .mapToLong(one -> one.count().first().longValue())
                                .sum(),
                        worth(each.getValue())))
                .toList();
    }

    /** Each day, those on which nobody came included. */
    @Transactional(readOnly = true)
    public List<Day> days(LocalDate from, LocalDate until) {
        return results.days(from, until).stream()
                .map(each -> new Day(each.day(), each.people(), each.robots(), each.visitors(), each.conversions()))
                .toList();
    }

    /** Clicks of people on the links of deliveries, of all times; one without tracked links is missing, not zero. */
    @Transactional(readOnly = true)
    public Map<DeliveryId, Long> clicks(Collection<DeliveryId> deliveries) {
        return results.clicks(deliveries);
    }

    /** Whether visits are joined over days, or only within one. */
    @Transactional
    public boolean joinsDays() {
        return trackings.current().memory();
    }

    private static Result result(Came came, List<Credited> credits) {
        var credit = credits.stream().map(Credited::count).reduce(Credit.NONE, Credit::plus);
        return new Result(
                came.key(), came.people(), came.robots(), came.landed(), came.visitors(), credit, worth(credits));
    }

    private static List<Worth> worth(List<Credited> credits) {
        return credits.stream()
                .filter(each -> !each.currency().isEmpty())
                .map(each -> new Worth(each.currency(), each.value()))
                .toList();
    }
}
