package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The brand whose scope it is says something under a post of its own page, as visitors do, and marked as its own. The
 * publisher calls it, after planning has asked who may.
 */
@Component
public class Remarking {

    private final PagePosts posts;
    private final Comments comments;
    private final Sites sites;
    private final Branding branding;
    private final Posting posting;
    private final Order order;
    private final Clock clock;

    Remarking(
            PagePosts posts,
            Comments comments,
            Sites sites,
            Branding branding,
            Posting posting,
            Order order,
            Clock clock) {
        this.posts = posts;
        this.comments = comments;
        this.sites = sites;
        this.branding = branding;
        this.posting = posting;
        this.order = order;
        this.clock = clock;
    }

    /**
     * Puts a comment there, once for each key however often it's called; what was put first stands.
     *
     * @param key unique over all deliveries
     * @param answers the comment it answers; null for one on the post itself
     * @param at when it says that it was written
     * @return empty where the post isn't there any more
     */
    @Transactional
    public Optional<Stored> put(String key, long post, @Nullable Long answers, String text, Instant at) {
        var known = find(key);
        var under = posts.byId(post).filter(row -> !row.removed());
        if (known.isPresent() || under.isEmpty()) {
            return known;
        }
        var thread = under.get().thread();
        var name = sites.of(branding.current()).name();
        comments.add(key, thread == null ? post : thread, answers, name, text, at);
        return find(key);
    }

    /** The same for a review. */
    @Transactional
    public Optional<Stored> answerReview(String key, long review, String text, Instant at) {
        if (find(key).isEmpty()) {
            comments.add(key, null, review, sites.of(branding.current()).name(), text, at);
        }
        return find(key);
    }

    /** A comment that may be answered, or not: in whatever state it stands. */
    @Transactional(readOnly = true)
    public Optional<Comment> said(long comment) {
        return comments.get(comment);
    }

    /** Its address is that of its post, with its own place on that page. */
    @Transactional(readOnly = true)
    public Optional<Stored> find(String key) {
        return comments.own(key).map(this::stored);
    }

    @Transactional
    public void remove(long comment) {
        order.put(comment, Deed.DELETE, clock.instant());
    }

    private Stored stored(Comments.Own own) {
        var place = own.slug() + "#c" + own.id();
        return new Stored(own.id(), place, URI.create(posting.home() + "/" + place), own.removed());
    }
}
