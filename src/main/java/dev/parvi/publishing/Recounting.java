package dev.parvi.publishing;

import dev.parvi.listening.Coverage;
import dev.parvi.planning.Tracing;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what went out of posts, so that it's known of which news we have spoken. */
@Component
public class Recounting implements Coverage {

    private final PostsOut out;
    private final Tracing tracing;

    Recounting(PostsOut out, Tracing tracing) {
        this.out = out;
        this.tracing = tracing;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Post> posts(Instant since, int most) {
        return traced(out.since(since, most));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Post> posts(Collection<PostId> ids) {
        return traced(out.of(ids));
    }

    private List<Post> traced(List<Post> posts) {
        var stories = tracing.stories(posts.stream().map(Post::id).toList());
        return posts.stream()
                .map(each -> new Post(
                        each.id(), each.published(), each.title(), each.text(), each.links(), stories.get(each.id())))
                .toList();
    }

    /** By which deliveries these posts went out. */
    @Transactional(readOnly = true)
    public Set<DeliveryId> deliveries(Collection<PostId> posts) {
        return out.deliveries(posts);
    }
}
