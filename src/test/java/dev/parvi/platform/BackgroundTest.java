package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.parvi.support.DeskTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class BackgroundTest {

    @Autowired
    private DataSource source;

    @Test
    void a_declared_task_runs_on_a_virtual_thread_outside_any_brand() throws Exception {
        var ran = new CountDownLatch(1);
        var virtual = new boolean[1];
        var task = Recurring.every("test-" + UUID.randomUUID(), Duration.ofHours(1), () -> {
            virtual[0] = Thread.currentThread().isVirtual() && Tenant.brand().isEmpty();
            ran.countDown();
        });
        var scheduler = new Background().scheduler(source, List.of(task));
        scheduler.start();
        try {
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(virtual[0]).isTrue();
        } finally {
            scheduler.stop();
        }
    }

    @Test
    void nothing_runs_in_a_desk_whose_background_is_off(@Autowired Scheduler scheduler) {
        assertThat(scheduler.getSchedulerState().isStarted()).isFalse();
    }
}
