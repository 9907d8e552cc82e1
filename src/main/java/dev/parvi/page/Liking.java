package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors like posts of the brand whose scope it is, once each, and take it back. */
@Component
public class Liking {

    private final PagePosts posts;
    private final Likes likes;
    private final Paces paces;
    private final Branding branding;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Liking(
            PagePosts posts,
            Likes likes,
            Paces paces,
            Branding branding,
            Clock clock,
            ApplicationEventPublisher events) {
        this.posts = posts;
        this.likes = likes;
        this.paces = paces;
        this.branding = branding;
        this.clock = clock;
        this.events = events;
    }

    /** What became of it. */
    public enum Done {
        DONE,
        TOO_MANY,
        NOWHERE
    }

    /** @param wanted whether they like it from now on; asking twice changes nothing */
    @Transactional
    public Done like(String slug, boolean wanted, Visitor visitor) {
        var post = posts.bySlug(slug).filter(row -> !row.removed() && row.thread() == null);
        if (post.isEmpty()) {
            return Done.NOWHERE;
        }
        if (!paces.allow(Paces.Kind.LIKE, visitor.origin())) {
            return Done.TOO_MANY;
        }
        var id = post.get().id();
        if (wanted ? likes.add(id, visitor.hash(), clock.instant()) : likes.remove(id, visitor.hash())) {
            events.publishEvent(new PageLiked(branding.current().id(), id, wanted));
        }
        return Done.DONE;
    }
}
