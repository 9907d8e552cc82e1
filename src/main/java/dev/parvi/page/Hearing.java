package dev.parvi.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what is said on the page of the brand whose scope it is, in whatever state it stands. The connector calls it, for who
 * may read the brand's inbox.
 */
@Component
public class Hearing {

    private final Utterances utterances;
    private final PagePosts posts;
    private final Posting posting;

    Hearing(Utterances utterances, PagePosts posts, Posting posting) {
        this.utterances = utterances;
        this.posts = posts;
        this.posting = posting;
    }

    /** What a post says and how it's liked. */
    public record Head(PagePost post, URI address) {}

    /** What came or changed after that change, in the order of changes. */
    @Transactional(readOnly = true)
    public List<Uttered> since(long change, int most) {
        return utterances.since(change, most, posting.home());
    }

    /** A post that stands on the page; empty where it doesn't, or not any more. */
    @Transactional(readOnly = true)
    public Optional<Head> head(long post) {
        return posts.all(List.of(post), null).stream()
                .findFirst()
                .map(found -> new Head(found, URI.create(posting.home() + "/" + found.slug())));
    }

    /** A review, and what the brand answered to it; empty where there is none. */
    @Transactional(readOnly = true)
    public List<Uttered> review(long review) {
        return utterances.review(review, posting.home());
    }

    /** Everything under a post, oldest first. */
    @Transactional(readOnly = true)
    public List<Uttered> under(long post, int most) {
        return utterances.under(post, most, posting.home());
    }
}
