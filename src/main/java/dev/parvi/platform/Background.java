package dev.parvi.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Runs the tasks that rooms declare as beans, once the desk is ready and until it begins to stop. */
@Configuration(proxyBeanMethods = false)
class Background {

    private static final int AT_ONCE = 16;

    /** A task scheduled within a transaction is there when that commits, and not when it doesn't. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource deskSource, List<Task<?>> tasks) {
        List<Task<?>> waiting =
                tasks.stream().filter(task -> !(task instanceof OnStartup)).toList();
        return Scheduler.create(new TransactionAwareDataSourceProxy(deskSource), waiting)
                .startTasks(onStartup(tasks))
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 2.0)
                .pollingInterval(Duration.ofSeconds(2))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> List<T> onStartup(List<Task<?>> tasks) {
        var recurring = new ArrayList<T>();
        for (var task : tasks) {
            if (task instanceof OnStartup) {
                recurring.add((T) task);
            }
        }
        return recurring;
    }

    /** Starts and stops it with the desk. */
    @Component
    static class Tasks implements Shift {

        private final Scheduler scheduler;
        private final boolean wanted;

        Tasks(Scheduler scheduler, DeskSettings settings) {
            this.scheduler = scheduler;
            this.wanted = settings.background();
        }

        @Override
        public void start() {
            if (wanted) {
                scheduler.start();
            }
        }

        @Override
        public void stop() {
            if (scheduler.getSchedulerState().isStarted()) {
                scheduler.stop();
            }
        }
    }
}
