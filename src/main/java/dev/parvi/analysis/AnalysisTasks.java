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

    AnalysisTasks(Branding branding, Pacing pacing, Snapping snapping) {
        this.branding = branding;
        this.pacing = pacing;
        this.snapping = snapping;
    }

    @Bean
    static Task<?> goalsPaced(AnalysisTasks tasks) {
        return Recurring.every("analysis-goals", Duration.ofHours(1), () -> tasks.forEachBrand(tasks.pacing::pace));
    }

    @Bean
    static Task<?> snapshotMonths(AnalysisTasks tasks) {
        return Recurring.every("analysis-months", Duration.ofHours(12), tasks.snapping::months);
    }

    private void forEachBrand(Runnable work) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("Goals of brand {} could not be looked at; it is tried again", brand, e);
            }
        }
    }
}
