package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with stories by itself, brand by brand. */
@Configuration(proxyBeanMethods = false)
class StoryTasks {

    private static final Logger LOG = LoggerFactory.getLogger(StoryTasks.class);

    /** So many batches of one brand before it's the next one's turn. */
    private static final int BATCHES = 50;

    private final Branding branding;
    private final Backlog backlog;
    private final Grouping grouping;
    private final Rising rising;
    private final Covering covering;
    private final Tidying tidying;
    private final Clearing clearing;

    StoryTasks(
            Branding branding,
            Backlog backlog,
            Grouping grouping,
            Rising rising,
            Covering covering,
            Tidying tidying,
            Clearing clearing) {
        this.branding = branding;
        this.backlog = backlog;
        this.grouping = grouping;
        this.rising = rising;
        this.covering = covering;
        this.tidying = tidying;
        this.clearing = clearing;
    }

    @Bean
    static Task<?> itemsGrouped(StoryTasks tasks) {
        return Recurring.every(
                "listening-stories",
                Duration.ofSeconds(5),
                () -> each(tasks.backlog.brands(Grouping.NAME), tasks::group));
    }

    @Bean
    static Task<?> risingFlagged(StoryTasks tasks) {
        return Recurring.every(
                "listening-rising", Duration.ofMinutes(5), () -> each(tasks.branding.all(), tasks.rising::look));
    }

    @Bean
    static Task<?> storiesCovered(StoryTasks tasks) {
        return Recurring.every(
                "listening-coverage", Duration.ofMinutes(2), () -> each(tasks.branding.all(), tasks.covering::look));
    }

    @Bean
    static Task<?> storiesTidied(StoryTasks tasks) {
        return Recurring.every(
                "listening-stories-tidied", Duration.ofHours(1), () -> each(tasks.branding.all(), tasks.tidying::tidy));
    }

    @Bean
    static Task<?> oldNewsCleared(StoryTasks tasks) {
        return Recurring.every(
                "listening-cleared", Duration.ofHours(1), () -> each(tasks.branding.all(), tasks.clearing::clear));
    }

    private void group() {
        for (var left = BATCHES; left > 0 && grouping.next() > 0; left--) {
            // the next batch
        }
    }

    private static void each(Collection<BrandId> brands, Runnable work) {
        for (var brand : brands) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("Work on stories of brand {} failed; it is tried again", brand, e);
            }
        }
    }
}
