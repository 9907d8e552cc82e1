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

    /** Whether all of it is under way or out, so that only what became of each version is left to say. */
    public boolean gone() {
        return !versions.isEmpty() && versions.stream().allMatch(Version::sealed);
    }
}
