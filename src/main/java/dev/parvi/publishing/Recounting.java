package dev.parvi.publishing;

import dev.parvi.listening.Coverage;
import dev.parvi.planning.Tracing;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.tracking.Linking;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what went out of posts, so that it's known of which news we have spoken. */
@Component
public class Recounting implements Coverage {

    private final PostsOut out;
    private final Tracing tracing;
    private final Linking linking;

    Recounting(PostsOut out, Tracing tracing, Linking linking) {
        this.out = out;
        this.tracing = tracing;
        this.linking = linking;
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

    /** With the addresses that somebody wrote, whatever was made of them to count who follows them. */
    private List<Post> traced(List<Post> posts) {
        var stories = tracing.stories(posts.stream().map(Post::id).toList());
        var written = linking.written(posts.stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.text()), each.links().stream()))
                        .toList())
                .iterator();
        return posts.stream()
                .map(each -> new Post(
                        each.id(),
                        each.published(),
                        each.title(),
                        written.next(),
                        each.links().stream().map(link -> written.next()).toList(),
                        stories.get(each.id())))
                .toList();
    }

    /** By which deliveries these posts went out. */
    @Transactional(readOnly = true)
    public Set<DeliveryId> deliveries(Collection<PostId> posts) {
        return out.deliveries(posts);
    }
}
