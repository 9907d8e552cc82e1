package dev.parvi.planning;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.ShiftsBegun;
import dev.parvi.platform.Tenant;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What planning does by itself, brand by brand. */
@Configuration(proxyBeanMethods = false)
class PlanningTasks {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningTasks.class);
    private static final Duration FILES_STAY = Duration.ofDays(1);

    private final Branding branding;
    private final Rereading rereading;
    private final Reprising reprising;
    private final ImportFiles files;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanningTasks(
            Branding branding,
            Rereading rereading,
            Reprising reprising,
            ImportFiles files,
            Changes changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.branding = branding;
        this.rereading = rereading;
        this.reprising = reprising;
        this.files = files;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new version of the desk may know other rules of the clocks than the one that planned. */
    @EventListener(ShiftsBegun.class)
    void atStart() {
        forEachBrand(rereading::reread);
    }

    @Bean
    static Task<?> wallTimesReadAgain(PlanningTasks tasks) {
        return Recurring.every(
                "planning-wall-times", Duration.ofHours(6), () -> tasks.forEachBrand(tasks.rereading::reread));
    }

    @Bean
    static Task<?> copiesOfRepeats(PlanningTasks tasks) {
        return Recurring.every("planning-repeats", Duration.ofMinutes(10), () -> tasks.forEachBrand(tasks::copies));
    }

    @Bean
    static Task<?> importFilesDropped(PlanningTasks tasks) {
        return Recurring.every(
                "planning-import-files", Duration.ofHours(3), () -> tasks.forEachBrand(tasks::dropFiles));
    }

    @Bean
    static Task<?> changesFolded(PlanningTasks tasks) {
        return Recurring.every("planning-changes", Duration.ofHours(6), () -> tasks.forEachBrand(tasks::fold));
    }

    private void fold() {
        transaction.executeWithoutResult(status -> changes.fold());
    }

    private void copies() {
        reprising.due().forEach(reprising::copy);
    }

    private void dropFiles() {
        transaction.executeWithoutResult(
                status -> files.dropBefore(clock.instant().minus(FILES_STAY)));
    }

    private void forEachBrand(Runnable work) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("Planning's own work for brand {} failed; it is tried again", brand, e);
            }
        }
    }
}
