package dev.parvi.planning;

import dev.parvi.shared.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in a list.
 *
 * @param picture the hash of its first picture
 * @param planned the next instant at which a version goes out
 */
public record PostLine(
        Post post,
        String author,
        @Nullable String picture,
        @Nullable Instant planned,
        List<Version> versions) {

    public PostId id() {
        return post.id();
    }
}
