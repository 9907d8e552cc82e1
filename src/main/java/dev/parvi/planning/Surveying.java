package dev.parvi.planning;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.VersionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Shows what is planned over a window of days; any member may look. */
@Component
public class Surveying {

    /** Those that want looking at first. */
    private static final List<Fates.State> BY_URGENCY = List.of(
            Fates.State.FAILED,
            Fates.State.UNKNOWN,
            Fates.State.LATE,
            Fates.State.BY_HAND,
            Fates.State.SENDING,
            Fates.State.PLANNED,
            Fates.State.PUBLISHED);

    private final PlannedPosts posts;
    private final FreeSlots freeSlots;
    private final Places places;
    private final Pillars pillars;
    private final ObjectProvider<Fates> fates;
    private final Advising advising;
    private final Changes changes;
    private final Clock clock;
    private final KeptSurveys kept = new KeptSurveys();
    private final AtomicLong readings = new AtomicLong();

    Surveying(
            PlannedPosts posts,
            FreeSlots freeSlots,
            Places places,
            Pillars pillars,
            ObjectProvider<Fates> fates,
            Advising advising,
            Changes changes,
            Clock clock) {
        this.advising = advising;
        this.changes = changes;
        this.pillars = pillars;
        this.posts = posts;
        this.freeSlots = freeSlots;
        this.places = places;
        this.fates = fates;
        this.clock = clock;
    }

    /**
     * An agenda, what it can be filtered by, and when posts are best heard.
     *
     * @param reading another number each time that it was read anew
     */
    public record Survey(
            Agenda agenda, List<String> tags, List<Pillar> pillars, List<Advising.Advised> advice, long reading) {}

    /** As {@link #days}, with the brand's tags, pillars and best times; not read again while nothing of it has changed. */
    @Transactional(readOnly = true)
    public Survey survey(LocalDate first, LocalDate last, ZoneId zone, Filter filter, int most) {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            // What this transaction has changed may yet come to nothing.
            return read(first, last, zone, filter, most);
        }
        var minute = Math.floorDiv(clock.millis(), Duration.ofMinutes(1).toMillis());
        var asked = new KeptSurveys.Asked(Tenant.brand().orElseThrow(), first, last, zone, filter, most, minute);
        return kept.of(asked, changes.count(), () -> read(first, last, zone, filter, most));
    }

    private Survey read(LocalDate first, LocalDate last, ZoneId zone, Filter filter, int most) {
        var agenda = days(first, last, zone, filter, most);
        return new Survey(agenda, posts.tags(), pillars.all(), advising.all(), readings.incrementAndGet());
    }

    /**
     * The days from {@code first} to {@code last} in a zone.
     *
     * @param most how many entries of a day are listed
     */
    @Transactional(readOnly = true)
    public Agenda days(LocalDate first, LocalDate last, ZoneId zone, Filter filter, int most) {
        var from = first.atStartOfDay(zone).toInstant();
        var to = last.plusDays(1).atStartOfDay(zone).toInstant();
        // What became of a post is known only after it was read: a filter on it can't be left to the query.
        var rows = posts.between(from, to, filter, zone, filter.state() == null ? most : Integer.MAX_VALUE);
        var known = known(rows, clock.instant());
        var listed = rows.stream()
                .map(row -> new PlannedPosts.Row(told(row.entry(), known), row.many()))
                .filter(row -> filter.state() == null || row.entry().state() == filter.state())
                .collect(Collectors.groupingBy(row -> row.entry().at().toLocalDate()));
        var gaps = gaps(from, to, zone, filter);
        var days = first.datesUntil(last.plusDays(1))
                .map(day ->
                        day(day, listed.getOrDefault(day, List.of()), gaps.getOrDefault(day, List.of()), filter, most))
                .toList();
        return new Agenda(days, places.of(accounts(rows)));
    }

    private static Set<AccountId> accounts(List<PlannedPosts.Row> rows) {
        return rows.stream().flatMap(row -> row.entry().accounts().stream()).collect(Collectors.toSet());
    }

    private static Agenda.Day day(
            LocalDate day, List<PlannedPosts.Row> rows, List<Agenda.Gap> gaps, Filter filter, int most) {
        var all = filter.state() != null || rows.isEmpty()
                ? rows.size()
                : rows.getFirst().many();
        var entries = rows.stream().limit(most).map(PlannedPosts.Row::entry).toList();
        return new Agenda.Day(day, entries, all - entries.size(), gaps);
    }

    private Map<LocalDate, List<Agenda.Gap>> gaps(Instant from, Instant to, ZoneId zone, Filter filter) {
        var onlyAccounts = filter.state() == null && filter.tag().isEmpty() && filter.pillar() == null;
        var now = clock.instant();
        if (!onlyAccounts || !to.isAfter(now)) {
            return Map.of();
        }
        return freeSlots.between(from.isAfter(now) ? from : now, to, zone).stream()
                .filter(gap -> filter.account() == null || gap.account().equals(filter.account()))
                .collect(Collectors.groupingBy(gap -> gap.at().toLocalDate()));
    }

    /** What is still to come and wasn't claimed is planned, and nothing else is known of it. */
    private Map<VersionId, Fates.Fate> known(List<PlannedPosts.Row> rows, Instant now) {
        var versions = rows.stream()
                .map(PlannedPosts.Row::entry)
                .filter(entry -> entry.sealed() || !entry.instant().isAfter(now))
                .flatMap(entry -> entry.versions().stream())
                .toList();
        var told = new HashMap<VersionId, Fates.Fate>();
        if (!versions.isEmpty()) {
            fates.ifAvailable(each -> told.putAll(each.of(versions)));
        }
        return told;
    }

    private static Entry told(Entry entry, Map<VersionId, Fates.Fate> known) {
        var own = entry.versions().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        if (own.isEmpty()) {
            return entry;
        }
        Set<Fates.State> states = EnumSet.noneOf(Fates.State.class);
        own.forEach(fate -> states.add(fate.state()));
        var state = BY_URGENCY.stream().filter(states::contains).findFirst().orElse(entry.state());
        return new Entry(
                entry.post(),
                entry.instant(),
                entry.at(),
                entry.said(),
                entry.tags(),
                entry.pillar(),
                entry.versions(),
                entry.accounts(),
                entry.sealed(),
                new ArrayList<>(own),
                state);
    }
}
