package dev.parvi.planning;

import dev.parvi.shared.PillarId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of thing a version of a post is, and what it's about. */
public record Nature(Format format, @Nullable PillarId pillar, List<String> tags) {

    /** The first that fits. */
    public enum Format {
        /** Of more than one part. */
        THREAD,
        /** With a title of its own. */
        ARTICLE,
        PICTURE,
        LINK,
        TEXT
    }
}
