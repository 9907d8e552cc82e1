package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.wordpress.Drafts.There;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends, finds and deletes posts: first the draft with all that belongs to it, then one call that publishes it. */
@Component
final class Posting {

    private static final Set<String> GONE =
            Set.of("rest_already_trashed", "rest_post_invalid_id", "rest_comment_invalid_id");
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Rest rest;
    private final Drafts drafts;

    Posting(Rest rest, Drafts drafts) {
        this.rest = rest;
        this.drafts = drafts;
    }

    PublishOutcome publish(Access access, Parcel parcel) {
        var session = new Session(access, rest, WordPress.CALL_DEADLINE);
        There there;
        try {
            there = drafts.ready(session, parcel);
        } catch (Unfulfilled e) {
            return e.outcomeBefore();
        }
        try {
            var out = there.draft() ? published(session, parcel, there) : there;
            return outcome(session, Overlaps.settled(session, parcel, out));
        } catch (Unfulfilled e) {
            return e.outcome();
        }
    }

    private static There published(Session session, Parcel parcel, There draft) throws Unfulfilled {
        var body = Rest.object().put("status", "publish").put("slug", Slugs.of(parcel));
        return There.of(Drafts.told(session, "wp/v2/posts/" + draft.id(), body).body());
    }

    private static PublishOutcome outcome(Session session, There there) {
        if (there.out()) {
            return new PublishOutcome.Published(sent(session, there));
        }
        // pending where a plugin asks for a second pair of eyes, future where the blog's clock is behind ours
        return there.draft()
                ? new PublishOutcome.RetryAfter(new Fault("server", "still a draft"), Unfulfilled.SOON)
                : new PublishOutcome.Pending("wordpress.waiting", LOOK_AGAIN);
    }

    Finding find(Access access, Parcel parcel) {
        var session = new Session(access, rest, WordPress.CALL_DEADLINE);
        try {
            var found = Drafts.find(session, parcel);
            if (found.isEmpty() || found.getFirst().draft()) {
                return new Finding.Absent();
            }
            var first = found.getFirst();
            return first.out()
                    ? new Finding.Found(sent(session, first))
                    : new Finding.CannotTell(new Fault("wordpress.waiting", first.status()));
        } catch (Unfulfilled e) {
            return new Finding.CannotTell(e.fault());
        }
    }

    private static Sent sent(Session session, There there) {
        var name = session.names().post(there.id());
        return new Sent(name, address(there.link(), name), Map.of());
    }

    /** What the blog says, or the address under which every blog shows a thing by its number. */
    static URI address(String link, String name) {
        try {
            var uri = URI.create(link);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // taken by its number then
        }
        return URI.create("https://" + name);
    }

    /** Into the blog's trash, a post or a comment of ours. */
    void delete(Access access, Sent sent) throws ConnectorFailed {
        var thing = Names.read(sent.id())
                .orElseThrow(() -> new ConnectorFailed(new Fault("wordpress.not-ours", sent.id()), false));
        var session = new Session(access, rest, WordPress.CALL_DEADLINE);
        try {
            session.delete((thing.comment() ? "wp/v2/comments/" : "wp/v2/posts/") + thing.number());
        } catch (Unfulfilled e) {
            if (e.kind() != Kind.REFUSED || !GONE.contains(e.error())) {
                throw e.failed();
            }
        }
    }
}
