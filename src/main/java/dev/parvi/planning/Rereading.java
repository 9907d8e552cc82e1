package dev.parvi.planning;

import dev.parvi.brand.BrandChanged;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.WallTime;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads wall times again: a country may move its clocks otherwise than was known when a post was planned, or the brand may
 * move to another zone. People planned the time on the wall, so that stays and the instant follows.
 */
@Component
class Rereading {

    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);

    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rereading(Plans plans, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /** Of the brand whose scope it is; answers how many versions got another instant. */
    @Transactional
    public int reread() {
        var now = clock.instant();
        var moved = 0;
        for (var plan : plans.lockedAfter(now)) {
            var again = plan.must().again();
            if (!again.instant().equals(plan.must().instant()) && plan.by() != null) {
                tell(plan, again);
                moved++;
            }
        }
        return moved;
    }

    /** The brand moved to another zone: what it planned keeps its time on the wall there, unless that has passed. */
    @EventListener
    @Transactional
    public void on(BrandChanged said) {
        if (!said.movedZone()) {
            return;
        }
        var now = clock.instant();
        for (var plan : plans.lockedAfter(now)) {
            var must = plan.must();
            if (must.wall().zone().equals(said.zoneBefore()) && plan.by() != null) {
                var there = Plan.Time.of(new WallTime(must.wall().local(), said.zone()).read(must.choice()));
                if (there.instant().isAfter(now)) {
                    tell(plan, there);
                }
            }
        }
    }

    private void tell(Plan plan, Plan.Time again) {
        LOG.info(
                "Version {} keeps its wall time {} and moves to {}",
                plan.version(),
                again.wall().local(),
                again.instant());
        var by = Objects.requireNonNull(plan.by());
        plans.put(plan.version(), again, by);
        var brand = Tenant.brand().orElseThrow();
        events.publishEvent(plan.scheduled(brand, again.instant(), by));
    }
}
