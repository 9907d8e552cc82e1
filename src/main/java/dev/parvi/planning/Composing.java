package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes posts. Whatever is saved is at once what each account will be sent. */
@Component
public class Composing {

    private final Posts posts;
    private final Versions versions;
    private final PostMedia media;
    private final Places places;
    private final Keeping keeping;
    private final Settling settling;
    private final Branding branding;
    private final JdbcClient jdbc;
    private final Clock clock;

    Composing(
            Posts posts,
            Versions versions,
            PostMedia media,
            Places places,
            Keeping keeping,
            Settling settling,
            Branding branding,
            JdbcClient jdbc,
            Clock clock) {
        this.posts = posts;
        this.versions = versions;
        this.media = media;
        this.places = places;
        this.keeping = keeping;
        this.settling = settling;
        this.branding = branding;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins an empty post in the brand's language. */
    @Transactional
    public PostId start(Seat seat) {
        seat.needs(Right.WRITE);
        return posts.add(seat.member(), branding.current().language().getLanguage(), clock.instant());
    }

    /** Begins an empty post that goes to the brand's account where there is only one. */
    @Transactional
    public PostId begin(Seat seat) {
        var open = places.of(List.of()).keySet().stream().toList();
        return start(seat, Draft.of("", open.size() == 1 ? open : List.of()));
    }

    /** Begins a post with what is known already: an idea, a line of an import. Without a language it has the brand's. */
    @Transactional
    public PostId start(Seat seat, Draft draft) {
        var id = start(seat);
        var usual = branding.current().language().getLanguage();
        save(seat, id, draft.language().isEmpty() ? draft.in(usual) : draft);
        return id;
    }

    /**
     * Keeps what was typed. A save that changes nothing is no save; one that was made on an older revision, from another
     * window, changes nothing and is answered with what stands there.
     *
     * @throws AlreadyUnderWay when it would change what was claimed
     * @throws NoSuchPost when it was deleted meanwhile
     */
    @Transactional
    public Saved save(Seat seat, PostId id, Draft draft) {
        seat.needs(Right.WRITE);
        var before = locked(id);
        var typed = draft.tidy(before.pictures());
        if (before.draft().says(typed)) {
            return new Saved.Kept(before.post().revision());
        }
        if (draft.revision() != before.post().revision() && !sameWindow(id, draft)) {
            return new Saved.Conflict(before.post(), name(before.post().changedBy()));
        }
        return write(seat, before, typed);
    }

    /** Keeps what stands there once more, after its pictures changed behind it. */
    Saved again(Seat seat, PostId id, String window) {
        var before = locked(id);
        return write(seat, before, before.draft().with(before.post().revision(), window));
    }

    /**
     * Deletes a draft; a planned one leaves the calendar with it.
     *
     * @throws AlreadyUnderWay when a version was claimed: what went out stays in the record
     */
    @Transactional
    public void delete(Seat seat, PostId id) {
        seat.needs(Right.WRITE);
        var post = locked(id);
        if (post.versions().stream().anyMatch(Version::sealed)) {
            throw new AlreadyUnderWay();
        }
        settling.withdraw(seat, post.post(), post.versions());
        posts.delete(id);
    }

    /** A post with all that belongs to it. Any member may look. */
    @Transactional(readOnly = true)
    public Composed get(PostId id) {
        return composed(posts.get(id).orElseThrow(() -> new NoSuchPost(id)));
    }

    private Saved write(Seat seat, Composed before, Draft draft) {
        var refused = keeping.refused(draft, before);
        if (refused.isPresent()) {
            return refused.get();
        }
        var id = before.post().id();
        var revision = before.post().revision() + 1;
        media.arrange(id, draft.pictures());
        posts.put(id, draft, revision, seat.member(), clock.instant());
        settling.after(seat, before.post(), keeping.keep(id, draft, before));
        return new Saved.Kept(revision);
    }

    /** Versions first, as the calendar does, so that the two never wait for each other; then what came in between. */
    private Composed locked(PostId id) {
        versions.locked(id);
        var post = posts.locked(id).orElseThrow(() -> new NoSuchPost(id));
        versions.locked(id);
        return composed(post);
    }

    private Composed composed(Post post) {
        var all = versions.of(post.id());
        var named = all.stream().map(Version::account).collect(Collectors.toSet());
        return new Composed(post, all, media.of(post.id()), places.of(named));
    }

    private boolean sameWindow(PostId id, Draft draft) {
        return !draft.window().isEmpty() && draft.window().equals(posts.window(id));
    }

    private String name(MemberId member) {
        return jdbc.sql("select name from member where id = :id")
                .param("id", member.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
