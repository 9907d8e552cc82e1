package dev.parvi.analysis;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What analysis does by itself, brand by brand. */
@Configuration(proxyBeanMethods = false)
class AnalysisTasks {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisTasks.class);

    private final Branding branding;
    private final Pacing pacing;
    private final Snapping snapping;
    private final Timing timing;
    private final Despatching despatching;
    private final Keeping keeping;

    AnalysisTasks(
            Branding branding,
            Pacing pacing,
            Snapping snapping,
            Timing timing,
            Despatching despatching,
            Keeping keeping) {
        this.branding = branding;
        this.pacing = pacing;
        this.snapping = snapping;
        this.timing = timing;
        this.despatching = despatching;
        this.keeping = keeping;
    }

    @Bean
    static Task<?> goalsPaced(AnalysisTasks tasks) {
        return Recurring.every("analysis-goals", Duration.ofHours(1), () -> tasks.forEachBrand(tasks.pacing::pace));
    }

    @Bean
    static Task<?> snapshotMonths(AnalysisTasks tasks) {
        return Recurring.every("analysis-months", Duration.ofHours(12), tasks.snapping::months);
    }

    @Bean
    static Task<?> bestTimes(AnalysisTasks tasks) {
        return Recurring.every("analysis-times", Duration.ofHours(6), () -> tasks.forEachBrand(tasks.timing::work));
    }

    @Bean
    static Task<?> figuresThinned(AnalysisTasks tasks) {
        return Recurring.every("analysis-thin", Duration.ofHours(12), () -> tasks.forEachBrand(tasks.keeping::thin));
    }

    @Bean
    static Task<?> reportsToMail(AnalysisTasks tasks) {
        return Recurring.every("analysis-mail", Duration.ofSeconds(20), tasks.despatching::sendAll);
    }

    private void forEachBrand(Runnable work) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("What analysis does for brand {} failed; it is tried again", brand, e);
            }
        }
    }
}
