package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names are looked for on what has been connected since, and no longer through what was disconnected. */
@Configuration(proxyBeanMethods = false)
class StreamTasks {

    private static final Logger LOG = LoggerFactory.getLogger(StreamTasks.class);

    @Bean
    static Task<?> namesToLookFor(Branding branding, Mentioning mentioning) {
        return Recurring.every("listening-names", Duration.ofMinutes(10), () -> settle(branding, mentioning));
    }

    private static void settle(Branding branding, Mentioning mentioning) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, mentioning::settle);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("The names that brand {} looks for could not be settled; it is tried again", brand, e);
            }
        }
    }
}
