package dev.parvi.page;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts posts on the page of the brand whose scope it is, finds them again by their delivery, takes them away. The publisher
 * calls it, after planning has asked who may.
 */
@Component
public class Posting {

    private final PagePosts posts;
    private final Branding branding;
    private final DeskSettings settings;
    private final Mails mails;
    private final Clock clock;

    Posting(PagePosts posts, Branding branding, DeskSettings settings, Mails mails, Clock clock) {
        this.mails = mails;
        this.posts = posts;
        this.branding = branding;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address of the brand's page. */
    @Transactional(readOnly = true)
    public URI home() {
        return URI.create(base());
    }

    /**
     * Puts a post there, once for each key however often it's called; what was put first stands.
     *
     * @param key unique over all deliveries
     * @return empty where the part of the thread it follows isn't there any more
     */
    @Transactional
    public Optional<Stored> put(String key, PostDraft draft) {
        var known = find(key);
        if (known.isPresent()) {
            return known;
        }
        var parent = Optional.ofNullable(draft.parent()).flatMap(posts::byId).filter(row -> !row.removed());
        if (draft.parent() != null && parent.isEmpty()) {
            return Optional.empty();
        }
        var thread = parent.map(row -> row.thread() == null ? Long.valueOf(row.id()) : row.thread())
                .orElse(null);
        var slug = Slug.of(draft.title(), draft.text(), key);
        posts.add(key, slug, draft, thread, quoted(draft.quote()), mails.set(), clock.instant());
        return find(key);
    }

    @Transactional(readOnly = true)
    public Optional<Stored> find(String key) {
        return posts.byKey(key).map(this::stored);
    }

    /** Takes a post off the page, with what follows it in its thread; its address then says that it's gone. */
    @Transactional
    public void remove(long id) {
        posts.remove(id, clock.instant());
    }

    private @Nullable Long quoted(@Nullable Card quote) {
        var base = base() + "/";
        return quote == null || !quote.address().startsWith(base)
                ? null
                : posts.bySlug(quote.address().substring(base.length()).replaceFirst("[?#].*$", ""))
                        .map(PagePosts.Row::id)
                        .orElse(null);
    }

    private Stored stored(PagePosts.Row row) {
        var path = row.threadSlug() == null ? row.slug() : row.threadSlug() + "#" + row.slug();
        return new Stored(row.id(), row.slug(), URI.create(base() + "/" + path), row.removed());
    }

    private String base() {
        return settings.publicAddress().toString().replaceFirst("/$", "") + "/@"
                + branding.current().handle();
    }
}
