package dev.parvi.community;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What community does by itself, brand by brand. */
@Configuration(proxyBeanMethods = false)
class CommunityTasks {

    private static final Logger LOG = LoggerFactory.getLogger(CommunityTasks.class);

    private final Branding branding;
    private final Stirring stirring;
    private final Waking waking;
    private final Counting counting;
    private final Noticing noticing;
    private final Weighing weighing;
    private final Recognising recognising;
    private final LookingBack lookingBack;
    private final Forgetting forgetting;
    private final Enforcing enforcing;

    CommunityTasks(
            Branding branding,
            Stirring stirring,
            Waking waking,
            Counting counting,
            LookingBack lookingBack,
            Noticing noticing,
            Weighing weighing,
            Recognising recognising,
            Forgetting forgetting,
            Enforcing enforcing) {
        this.branding = branding;
        this.stirring = stirring;
        this.waking = waking;
        this.counting = counting;
        this.lookingBack = lookingBack;
        this.noticing = noticing;
        this.weighing = weighing;
        this.recognising = recognising;
        this.forgetting = forgetting;
        this.enforcing = enforcing;
    }

    @Bean
    static Task<?> whatItsTimeFor(CommunityTasks tasks) {
        return Recurring.every(
                "community-waking", Duration.ofSeconds(20), () -> tasks.forEachBrand(tasks.waking::wake));
    }

    @Bean
    static Task<?> accountsToRead(CommunityTasks tasks) {
        return Recurring.every(
                "community-accounts",
                Duration.ofMinutes(1),
                () -> tasks.branding.all().forEach(tasks.stirring::enlist));
    }

    /** As often as an account is read at most: what is to go out of sight is seen no longer than needed. */
    @Bean
    static Task<?> whatRulesFound(CommunityTasks tasks) {
        return Recurring.every("community-rules", Rhythm.SOONEST, () -> tasks.forEachBrand(tasks.enforcing::enforce));
    }

    @Bean
    static Task<?> conflictsLookedBackOn(CommunityTasks tasks) {
        return Recurring.every(
                "community-conflicts", Duration.ofMinutes(10), () -> tasks.forEachBrand(tasks.lookingBack::look));
    }

    /** What went out and nobody was told of; how many speak under it; who answers whom; whom to forget. */
    @Bean
    static Task<?> talkGoneThrough(CommunityTasks tasks) {
        return Recurring.every("community-talk", Duration.ofMinutes(1), () -> {
            tasks.forEachBrand(tasks.noticing::catchUp);
            tasks.forEachBrand(tasks.weighing::weigh);
            tasks.forEachBrand(tasks.recognising::learn);
            tasks.forEachBrand(tasks.forgetting::finish);
        });
    }

    /** Heals whatever a fault of ours, or somebody's own SQL, did to the counts. */
    @Bean
    static Task<?> countsTakenAnew(CommunityTasks tasks) {
        return Recurring.daily(
                "community-counts",
                LocalTime.of(3, 10),
                ZoneOffset.UTC,
                () -> tasks.forEachBrand(tasks.counting::recount));
    }

    private void forEachBrand(Runnable work) {
        for (var brand : branding.all()) {
            try {
                Tenant.run(brand, work);
            } catch (RuntimeException e) {
                // One brand's trouble must not keep the others waiting.
                LOG.error("Community's own work for brand {} failed; it is tried again", brand, e);
            }
        }
    }
}
