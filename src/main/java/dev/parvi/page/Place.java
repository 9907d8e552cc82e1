package dev.parvi.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an address of the page leads to. */
public sealed interface Place {

    /** The post, or the thread, that stands there, with what was said below it. */
    record Here(PagePost post, List<Strand> comments) implements Place {

        /** The shown comment with this id; null where there is none. */
        public @Nullable Comment answered(@Nullable Long id) {
            return id == null
                    ? null
                    : comments.stream()
                            .flatMap(Strand::all)
                            .filter(comment -> comment.id() == id && comment.state() == Comment.State.SHOWN)
                            .findFirst()
                            .orElse(null);
        }
    }

    /** A part of a thread: its place is on the page of the first part. */
    record Part(String thread, String part) implements Place {}

    /** It was there and was deleted. */
    record Gone() implements Place {}

    record Nowhere() implements Place {}
}
