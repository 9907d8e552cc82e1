package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors say something under a post of the brand whose scope it is. */
@Component
public class Commenting {

    private final PagePosts posts;
    private final Comments comments;
    private final Sites sites;
    private final Branding branding;
    private final Admitting admitting;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Commenting(
            PagePosts posts,
            Comments comments,
            Sites sites,
            Branding branding,
            Admitting admitting,
            Clock clock,
            ApplicationEventPublisher events) {
        this.posts = posts;
        this.comments = comments;
        this.sites = sites;
        this.branding = branding;
        this.admitting = admitting;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public Said say(String slug, Remark remark, Visitor visitor) {
        var post = posts.bySlug(slug).filter(row -> !row.removed() && row.thread() == null);
        if (post.isEmpty()) {
            return new Said.Nowhere();
        }
        return admitting
                .instead(remark, remark.faults(), visitor)
                .orElseGet(() -> keep(post.get().id(), remark, visitor));
    }

    private Said keep(long post, Remark remark, Visitor visitor) {
        var parent = remark.parent() == null ? null : answerable(post, remark.parent());
        var held = admitting.holds(sites.of(branding.current()), remark, visitor);
        var state = held ? Comment.State.HELD : Comment.State.SHOWN;
        var id = comments.add(post, parent, remark, visitor.hash(), state, clock.instant());
        events.publishEvent(new PageCommented(branding.current().id(), id, held));
        return held ? new Said.Held() : new Said.Shown(id);
    }

    /** An answer to what was deleted meanwhile stands for itself. */
    private @Nullable Long answerable(long post, long parent) {
        return comments.get(parent)
                .filter(comment -> Objects.equals(comment.post(), post) && comment.state() == Comment.State.SHOWN)
                .map(Comment::id)
                .orElse(null);
    }
}
