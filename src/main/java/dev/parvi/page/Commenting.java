package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Clock;
import java.util.Map;
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
    private final Blocks blocks;
    private final Sites sites;
    private final Branding branding;
    private final Paces paces;
    private final Stamps stamps;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Commenting(
            PagePosts posts,
            Comments comments,
            Blocks blocks,
            Sites sites,
            Branding branding,
            Paces paces,
            Stamps stamps,
            Clock clock,
            ApplicationEventPublisher events) {
        this.posts = posts;
        this.comments = comments;
        this.blocks = blocks;
        this.sites = sites;
        this.branding = branding;
        this.paces = paces;
        this.stamps = stamps;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public Said say(String slug, Remark remark, Visitor visitor) {
        var post = posts.bySlug(slug).filter(row -> !row.removed() && row.thread() == null);
        if (post.isEmpty()) {
            return new Said.Nowhere();
        }
        if (!remark.trap().isEmpty()) {
            // What fills the trap learns nothing from the answer.
            return new Said.Held();
        }
        if (blocks.has(visitor.hash())) {
            return new Said.Refused(Map.of("", "page.comment.blocked"));
        }
        var faults = remark.faults();
        if (faults.isEmpty()) {
            faults = inTime(remark, visitor);
        }
        return faults.isEmpty() ? keep(post.get().id(), remark, visitor) : new Said.Refused(faults);
    }

    private Map<String, String> inTime(Remark remark, Visitor visitor) {
        return switch (stamps.age(remark.stamp())) {
            case TOO_YOUNG -> Map.of("", "page.form.quick");
            case TOO_OLD -> Map.of("", "page.form.old");
            case GOOD -> paces.allow(Paces.Kind.COMMENT, visitor.origin()) ? Map.of() : Map.of("", "page.comment.pace");
        };
    }

    private Said keep(long post, Remark remark, Visitor visitor) {
        var parent = remark.parent() == null ? null : answerable(post, remark.parent());
        var held = sites.of(branding.current()).rule().holds(remark, comments.known(visitor.hash()));
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
