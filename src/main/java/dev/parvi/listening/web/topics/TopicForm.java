package dev.parvi.listening.web.topics;

import dev.parvi.listening.Previewing.Preview;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it's typed.
 *
 * @param id 0 for a new one
 * @param nameError key of what is wrong with the name; empty where nothing is
 * @param preview of what is typed; null where nothing is yet
 */
public record TopicForm(
        long id,
        String name,
        String query,
        String nameError,
        @Nullable Preview preview) {

    /** Where it's sent to, within the brand. */
    public String place() {
        return id == 0 ? "/topics" : "/topics/" + id;
    }
}
