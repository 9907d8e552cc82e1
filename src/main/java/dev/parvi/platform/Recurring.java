package dev.parvi.platform;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How a room has something done again and again: it declares a bean, and one of the nodes runs it each time.
 *
 * <pre>{@code
 * @Bean
 * Task<?> oldDrafts(Tidying tidying) {
 *     return Recurring.every("old-drafts", Duration.ofHours(1), tidying::dropOldDrafts);
 * }
 * }</pre>
 *
 * Names are unique over all rooms and stay the same over versions. The work runs on a virtual thread, outside any
 * transaction and any brand. When it throws, that is logged and it runs again the next time.
 */
public final class Recurring {

    private Recurring() {}

    /** @param pause from the end of one run to the start of the next; at least a second */
    public static Task<?> every(String name, Duration pause, Runnable work) {
        return Tasks.recurring(name, Schedules.fixedDelay(pause)).execute((task, context) -> work.run());
    }

    public static Task<?> daily(String name, LocalTime at, ZoneId zone, Runnable work) {
        return Tasks.recurring(name, Schedules.daily(zone, at)).execute((task, context) -> work.run());
    }
}
