package dev.parvi.page;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What was deleted can be restored for thirty days; then its words are gone for good. */
@Configuration(proxyBeanMethods = false)
class Erasing {

    static final Duration RESTORABLE = Duration.ofDays(30);

    private final Order order;
    private final Branding branding;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Erasing(Order order, Branding branding, Clock clock, TransactionTemplate transaction) {
        this.order = order;
        this.branding = branding;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    static Task<?> pageErasing(Erasing erasing) {
        return Recurring.every("page-erasing", Duration.ofHours(6), erasing::eraseAll);
    }

    void eraseAll() {
        var now = clock.instant();
        branding.all()
                .forEach(brand -> Tenant.run(
                        brand,
                        () -> transaction.executeWithoutResult(status -> order.erase(now.minus(RESTORABLE), now))));
    }
}
