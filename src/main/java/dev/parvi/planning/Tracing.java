package dev.parvi.planning;

import dev.parvi.shared.PostId;
import dev.parvi.shared.StoryId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of which story a post was made, in the brand whose scope it is. */
@Component
public class Tracing {

    private final Origins origins;

    Tracing(Origins origins) {
        this.origins = origins;
    }

    /** Of these posts those that were made of a story, published or not. */
    @Transactional(readOnly = true)
    public Map<PostId, StoryId> stories(Collection<PostId> posts) {
        return origins.of(posts);
    }
}
