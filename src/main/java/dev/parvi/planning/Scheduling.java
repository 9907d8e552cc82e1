package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when posts go out. Each change locks the versions first and is refused with {@link AlreadyUnderWay} where they were
 * claimed; what can't be planned is refused with {@link CannotPlan}.
 */
@Component
public class Scheduling {

    private final Plans plans;
    private final FreeSlots freeSlots;
    private final PlanChecks checks;
    private final Branding branding;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Scheduling(
            Plans plans,
            FreeSlots freeSlots,
            PlanChecks checks,
            Branding branding,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.freeSlots = freeSlots;
        this.checks = checks;
        this.branding = branding;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What a version's time came to; the page shows a gap or an overlap. */
    public record Scheduled(VersionId version, AccountId account, WallTime.Reading reading) {}

    /** Publishes all versions of a post that aren't under way yet, at this instant. */
    @Transactional
    public List<Scheduled> now(Seat seat, PostId post) {
        var now = now();
        var time = WallTime.of(now, branding.current().zone());
        return plan(seat, open(seat, post), plan -> new WallTime.Plain(time, now));
    }

    /**
     * Plans all versions of a post for a wall time in the brand's zone.
     *
     * @param choice null where nobody was asked yet
     * @throws Doubtful where nobody was asked yet and the time doesn't exist, or comes twice
     */
    @Transactional
    public List<Scheduled> at(Seat seat, PostId post, LocalDateTime local, WallTime.@Nullable Choice choice) {
        var wall = new WallTime(local, branding.current().zone());
        var reading = wall.read(choice == null ? WallTime.Choice.FIRST : choice);
        if (choice == null && !(reading instanceof WallTime.Plain)) {
            throw new Doubtful(reading);
        }
        return plan(seat, open(seat, post), plan -> reading);
    }

    /** Plans a copy where that can be; otherwise answers why not, and it stays a draft. */
    Optional<String> tryAt(Seat seat, PostId post, WallTime wall) {
        try {
            plan(seat, open(seat, post), plan -> wall.read(WallTime.Choice.FIRST));
            return Optional.empty();
        } catch (CannotPlan why) {
            return Optional.of(why.key());
        }
    }

    /** Plans each version for the next free slot of its account. */
    @Transactional
    public List<Scheduled> nextSlot(Seat seat, PostId post) {
        var zone = branding.current().zone();
        return plan(
                seat,
                open(seat, post),
                plan -> freeSlots
                        .next(plan.place().account(), now(), zone)
                        .orElseThrow(() -> new CannotPlan(
                                "planning.cannot.noslot",
                                "account",
                                plan.place().name())));
    }

    @Transactional
    public List<Scheduled> move(Seat seat, VersionId version, LocalDateTime local) {
        return move(seat, List.of(version), local, WallTime.Choice.FIRST);
    }

    /** Moves versions to a wall time in the brand's zone. */
    @Transactional
    public List<Scheduled> move(
            Seat seat, Collection<VersionId> versions, LocalDateTime local, WallTime.Choice choice) {
        return plan(seat, open(seat, versions), to(local, branding.current().zone(), choice));
    }

    /** Moves planned versions by days and hours on the clock of the zone each was planned in. */
    @Transactional
    public List<Scheduled> shift(Seat seat, Collection<VersionId> versions, long days, long hours) {
        return plan(seat, planned(open(seat, versions)), plan -> {
            var wall = plan.must().wall();
            return to(
                            wall.local().plusDays(days).plusHours(hours),
                            wall.zone(),
                            plan.must().choice())
                    .apply(plan);
        });
    }

    /** Moves planned versions to a day; each keeps its time on the wall. */
    @Transactional
    public List<Scheduled> toDay(Seat seat, Collection<VersionId> versions, LocalDate day) {
        return plan(seat, planned(open(seat, versions)), plan -> {
            var wall = plan.must().wall();
            return to(
                            day.atTime(wall.local().toLocalTime()),
                            wall.zone(),
                            plan.must().choice())
                    .apply(plan);
        });
    }

    /** Takes a post out of the calendar, as far as it isn't under way. */
    @Transactional
    public void unplan(Seat seat, PostId post) {
        withdraw(seat, open(seat, post));
    }

    @Transactional
    public void unplan(Seat seat, VersionId version) {
        withdraw(seat, open(seat, List.of(version)));
    }

    @Transactional
    public void unplan(Seat seat, Collection<VersionId> versions) {
        withdraw(seat, open(seat, versions));
    }

    /** Called after a version's content was written, in the same transaction: a planned one may have other parts now. */
    @Transactional
    public void contentChanged(Seat seat, VersionId version) {
        for (var plan : planned(open(seat, List.of(version)))) {
            checks.content(plan);
            tell(seat, plan, plan.must().instant());
        }
    }

    private List<Scheduled> plan(Seat seat, List<Plan> open, Function<Plan, WallTime.Reading> when) {
        checks.all(open, branding.current());
        var scheduled =
                open.stream().map(plan -> put(seat, plan, when.apply(plan))).toList();
        note(seat, "planning.scheduled", open, scheduled.getFirst().reading().time());
        return scheduled;
    }

    private Scheduled put(Seat seat, Plan plan, WallTime.Reading reading) {
        checks.time(reading, clock.instant());
        plans.put(plan.version(), Plan.Time.of(reading), seat.member());
        plans.state(plan.post(), "PLANNED", now());
        tell(seat, plan, reading.instant());
        return new Scheduled(plan.version(), plan.place().account(), reading);
    }

    private void withdraw(Seat seat, List<Plan> open) {
        var idle = branding.current().approval() ? "APPROVED" : "DRAFT";
        for (var plan : planned(open)) {
            note(seat, "planning.unplanned", List.of(plan), plan.must().wall());
            plans.clear(plan.version());
            plans.idle(plan.post(), idle, now());
            events.publishEvent(new VersionWithdrawn(seat.brand(), plan.version(), seat.member()));
        }
    }

    private void note(Seat seat, String what, List<Plan> changed, WallTime time) {
        var detail = time.local().truncatedTo(ChronoUnit.SECONDS) + " " + time.zone();
        changed.stream().map(Plan::post).distinct().forEach(post -> audit.note(seat, what, plans.name(post), detail));
    }

    private void tell(Seat seat, Plan plan, Instant at) {
        events.publishEvent(plan.scheduled(seat.brand(), at, seat.member()));
    }

    /** The versions of a post that may still be changed. */
    private List<Plan> open(Seat seat, PostId post) {
        seat.needs(Right.WRITE);
        var all = plans.locked(post);
        var open = all.stream().filter(plan -> !plan.sealed()).toList();
        if (open.isEmpty() && !all.isEmpty()) {
            throw new AlreadyUnderWay();
        }
        return open;
    }

    private List<Plan> open(Seat seat, Collection<VersionId> versions) {
        seat.needs(Right.WRITE);
        var all = plans.locked(versions);
        if (all.stream().anyMatch(Plan::sealed)) {
            throw new AlreadyUnderWay();
        }
        return all;
    }

    private static List<Plan> planned(List<Plan> plans) {
        return plans.stream().filter(Plan::planned).toList();
    }

    private static Function<Plan, WallTime.Reading> to(LocalDateTime local, ZoneId zone, WallTime.Choice choice) {
        return plan -> new WallTime(local, zone).read(choice);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
