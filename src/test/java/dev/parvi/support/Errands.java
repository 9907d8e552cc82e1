package dev.parvi.support;

import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.List;

/** What the desk does by itself, done when a test says so. */
public final class Errands {

    private Errands() {}

    /** Runs a recurring task once, as the scheduler would. */
    @SuppressWarnings("unchecked")
    public static void run(List<Task<?>> tasks, String name) {
        var task = tasks.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task is called " + name));
        ((ExecutionHandler<Object>) task).execute(new TaskInstance<>(name, "test"), null);
    }
}
