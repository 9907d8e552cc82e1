package dev.parvi.listening;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A story that one member passed on to another.
 *
 * @param title of the story
 * @param words what the one said to the other; may be empty
 * @param seen when the other first opened the story since
 */
public record Tip(
        StoryId story,
        String title,
        MemberId by,
        String byName,
        MemberId to,
        String toName,
        String words,
        Instant at,
        @Nullable Instant seen) {}
