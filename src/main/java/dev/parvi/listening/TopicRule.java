package dev.parvi.listening;

import dev.parvi.shared.TopicId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a member wants to be told of what a topic picks.
 *
 * @param topic null: any that isn't muted
 * @param many of {@link Condition#GROWING} how many sources, of {@link Condition#NEGATIVE} how many mentions, 1 to 100
 * @param hours within which, 1 to 168
 * @param quiet at most one alert in this time, from 0 to 24 h; what comes meanwhile is told together
 */
public record TopicRule(
        long id,
        @Nullable TopicId topic,
        Condition condition,
        int many,
        int hours,
        boolean mail,
        boolean push,
        Duration quiet) {

    public static final int MANY = 100;
    public static final int HOURS = 168;
    public static final int QUIET_MINUTES = 1_440;

    /** What has to happen. */
    public enum Condition {
        /** An item is picked. */
        EACH,
        /** So many sources tell one story within so many hours. */
        GROWING,
        /** So many items that sound upset are picked within so many hours. */
        NEGATIVE,
        /** A source is gone for good and isn't read any more, whatever the topic. */
        GONE
    }
}
