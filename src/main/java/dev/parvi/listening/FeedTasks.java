package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.platform.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done for sources again and again, besides reading them. */
@Configuration(proxyBeanMethods = false)
class FeedTasks {

    @Bean
    Task<?> askingHubs(Subscribing subscribing) {
        return Recurring.every("listening-hubs", Duration.ofMinutes(1), subscribing::turn);
    }
}
