package dev.parvi.planning;

import dev.parvi.brand.Brand;
import dev.parvi.shared.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What must hold before anything is planned. */
@Component
class PlanChecks {

    /** A minute that has just begun may still be chosen: forms have no seconds. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final Duration FAR = Duration.ofDays(3 * 366);

    private final Plans plans;
    private final Readiness readiness;

    PlanChecks(Plans plans, Readiness readiness) {
        this.plans = plans;
        this.readiness = readiness;
    }

    /** @throws CannotPlan with the reason */
    void all(List<Plan> open, Brand brand) {
        if (open.isEmpty()) {
            throw new CannotPlan("planning.cannot.noaccount");
        }
        open.stream().map(Plan::post).distinct().forEach(post -> {
            if (brand.approval() && !Set.of("APPROVED", "PLANNED").contains(plans.state(post))) {
                throw new CannotPlan("planning.cannot.approval");
            }
        });
        open.forEach(this::content);
        open.stream().map(Plan::post).distinct().forEach(readiness::demand);
    }

    void content(Plan plan) {
        if (plan.place().closed()) {
            throw new CannotPlan(
                    "planning.cannot.closed", "account", plan.place().name());
        }
        if (plan.parts() == 0) {
            throw new CannotPlan(
                    "planning.cannot.empty", "account", plan.place().name());
        }
    }

    void time(WallTime.Reading reading, Instant now) {
        if (reading.instant().isBefore(now.minus(GRACE))) {
            throw new CannotPlan("planning.cannot.past");
        }
        if (reading.instant().isAfter(now.plus(FAR))) {
            throw new CannotPlan("planning.cannot.far");
        }
    }
}
