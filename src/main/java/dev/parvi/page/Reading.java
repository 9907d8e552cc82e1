package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What visitors of the brand's page read; the brand is the one whose scope it is, and anybody may. */
@Component
public class Reading {

    static final int AT_ONCE = 20;

    private final Branding branding;
    private final Sites sites;
    private final PagePosts posts;
    private final Comments comments;
    private final Crowds crowds;
    private final TransactionTemplate transaction;

    Reading(
            Branding branding,
            Sites sites,
            PagePosts posts,
            Comments comments,
            Crowds crowds,
            TransactionTemplate transaction) {
        this.crowds = crowds;
        this.transaction = transaction;
        this.comments = comments;
        this.branding = branding;
        this.sites = sites;
        this.posts = posts;
    }

    public Site site() {
        return crowds.read("site", () -> read(() -> sites.of(branding.current())));
    }

    /**
     * Twenty posts.
     *
     * @param before those older than this post; null for the newest
     * @param visitor whose likes are marked; null for nobody's
     */
    public Front front(@Nullable Long before, @Nullable Visitor visitor) {
        return visitor == null
                ? crowds.read("front " + before, () -> read(() -> seen(before, null)))
                : read(() -> seen(before, visitor));
    }

    private Front seen(@Nullable Long before, @Nullable Visitor visitor) {
        var found = posts.latest(AT_ONCE + 1, before, visitor == null ? null : visitor.hash());
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        return new Front(
                posts.whole(shown), found.size() > AT_ONCE ? shown.getLast().id() : null);
    }

    public Place place(String slug) {
        return place(slug, null);
    }

    /** What stands at the address {@code /@brand/<slug>}. */
    public Place place(String slug, @Nullable Visitor visitor) {
        return visitor == null
                ? crowds.read("place " + slug, () -> read(() -> standing(slug, null)))
                : read(() -> standing(slug, visitor));
    }

    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }

    private Place standing(String slug, @Nullable Visitor visitor) {
        var row = posts.bySlug(slug);
        if (row.isEmpty()) {
            return new Place.Nowhere();
        }
        if (row.get().removed()) {
            return new Place.Gone();
        }
        var thread = row.get().threadSlug();
        return thread == null ? here(row.get().id(), visitor) : new Place.Part(thread, slug);
    }

    private Place here(long id, @Nullable Visitor visitor) {
        var who = visitor == null ? null : visitor.hash();
        var found = posts.whole(posts.all(List.of(id), who));
        return found.isEmpty()
                ? new Place.Gone()
                : new Place.Here(found.getFirst(), Strand.of(comments.under(id, who)));
    }

    /** Whether a post that stands on the page shows this picture. */
    @Transactional(readOnly = true)
    public boolean shows(String hash) {
        return posts.shows(hash);
    }

    /** When anything on the page last changed; empty where nothing was ever published. */
    @Transactional(readOnly = true)
    public Optional<Instant> changed() {
        return posts.changed();
    }
}
