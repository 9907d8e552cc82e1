package dev.parvi.audience;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audience does by itself, brand by brand. */
@Configuration(proxyBeanMethods = false)
class AudienceTasks {

    private static final Logger LOG = LoggerFactory.getLogger(AudienceTasks.class);

    private final Branding branding;
    private final Gathering gathering;
    private final Judging judging;

    AudienceTasks(Branding branding, Gathering gathering, Judging judging) {
        this.branding = branding;
        this.gathering = gathering;
        this.judging = judging;
    }

    @Bean
    static Task<?> followersToRead(AudienceTasks tasks) {
        return Recurring.every(
                "audience-followers", Duration.ofMinutes(1), () -> tasks.forEachBrand(tasks.gathering::turn));
    }

    @Bean
    static Task<?> profilesToJudge(AudienceTasks tasks) {
        return Recurring.every("audience-fit", Duration.ofSeconds(20), () -> tasks.forEachBrand(tasks::judge));
    }

    private void judge() {
        while (judging.hear() > 0) {
            Thread.onSpinWait();
        }
        while (judging.judge() > 0) {
            Thread.onSpinWait();
        }
    }

    private void forEachBrand(Runnable work) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("The audience's own work for brand {} failed; it is tried again", brand, e);
            }
        }
    }
}
