package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.wordpress.Names.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Says something below a comment or a post, once. A comment has no slug, but the blog keeps the name of the browser that sent
 * it: there stands the parcel's key. Where a blog drops it, our words below the same comment since then are ours. The blog
 * itself refuses the same words by the same user in the same place (409); whether those are this parcel's, its key says.
 */
@Component
final class Commenting {

    private static final String FIELDS = "id,parent,post,status,link,content,author_user_agent,date_gmt";
    private static final String OURS = "Parvi (";
    private static final Set<String> TAKEN_AWAY = Set.of("trash", "post-trashed");
    private static final int PAGE = 100;
    private static final int PAGES_MOST = 20;
    /** How far the blog's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Rest rest;

    Commenting(Rest rest) {
        this.rest = rest;
    }

    /** What it stands below: {@link Parcel#answered}, else the first part of its own post; empty where that is none of a blog's. */
    static Optional<Thing> target(Parcel parcel) {
        var answered = parcel.answered();
        var below = answered != null
                ? Optional.of(answered)
                : parcel.before().stream().findFirst();
        return below.map(Sent::id).flatMap(Names::read);
    }

    PublishOutcome say(Access access, Parcel parcel) {
        var target = target(parcel);
        if (target.isEmpty()) {
            return new PublishOutcome.Rejected(new Fault("wordpress.gone", "not below a post or comment of a blog"));
        }
        var session = new Session(access, rest, WordPress.CALL_DEADLINE);
        long post;
        try {
            var before = found(session, parcel, target.get());
            if (before.isPresent()) {
                return new PublishOutcome.Published(before.get());
            }
            post = post(session, target.get());
        } catch (Unfulfilled e) {
            return e.outcomeBefore();
        }
        try {
            return new PublishOutcome.Published(sent(session, said(session, parcel, target.get(), post)));
        } catch (Unfulfilled e) {
            return e.error().equals("comment_duplicate") ? duplicate(session, parcel, target.get(), e) : e.outcome();
        }
    }

    /** The blog would let a comment stand below one that isn't there. */
    private static long post(Session session, Thing target) throws Unfulfilled {
        if (!target.comment()) {
            return target.number();
        }
        var above = session.get(
                        "wp/v2/comments/" + target.number(), Map.of("context", "edit", "_fields", "id,post,status"))
                .body();
        if (TAKEN_AWAY.contains(above.path("status").asString(""))) {
            throw new Unfulfilled(Kind.REFUSED, new Fault("wordpress.gone", "it lies in the blog's trash"));
        }
        var post = above.path("post").asLong(0);
        if (post == 0) {
            throw Unfulfilled.garbage("a comment without a post");
        }
        return post;
    }

    private static JsonNode said(Session session, Parcel parcel, Thing target, long post) throws Unfulfilled {
        var body = Rest.object()
                .put("post", post)
                .put("parent", target.comment() ? target.number() : 0)
                .put("content", Blocks.words(parcel.message().text().strip()))
                .put("author_user_agent", Slugs.mark(parcel));
        return session.post("wp/v2/comments", Map.of("context", "edit", "_fields", FIELDS), body)
                .body();
    }

    private static PublishOutcome duplicate(Session session, Parcel parcel, Thing target, Unfulfilled no) {
        try {
            var there = found(session, parcel, target);
            return there.isPresent() ? new PublishOutcome.Published(there.get()) : no.outcome();
        } catch (Unfulfilled e) {
            return new PublishOutcome.Unknown(e.fault());
        }
    }

    Finding find(Access access, Parcel parcel) {
        var target = target(parcel);
        if (target.isEmpty()) {
            return new Finding.Absent();
        }
        try {
            var session = new Session(access, rest, WordPress.CALL_DEADLINE);
            return found(session, parcel, target.get())
                    .<Finding>map(Finding.Found::new)
                    .orElseGet(Finding.Absent::new);
        } catch (Unfulfilled e) {
            return new Finding.CannotTell(e.fault());
        }
    }

    /** @throws Unfulfilled also where not all that might be it could be looked at */
    private static Optional<Sent> found(Session session, Parcel parcel, Thing target) throws Unfulfilled {
        var looked = 0L;
        for (var page = 1; page <= PAGES_MOST; page++) {
            var said = session.get("wp/v2/comments", looking(session, target, page));
            for (var each : said.body()) {
                if (is(each, parcel)) {
                    return Optional.of(sent(session, each));
                }
            }
            looked += said.body().size();
            if (!said.body().isArray() || said.total() < 0) {
                throw Unfulfilled.garbage("comments without a number of them");
            }
            if (said.total() <= (long) page * PAGE && looked >= said.total()) {
                return Optional.empty();
            }
        }
        throw new Unfulfilled(Kind.UNSURE, new Fault("server", "only " + looked + " comments of ours were shown"));
    }

    private static Map<String, String> looking(Session session, Thing target, int page) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("context", "edit");
        asked.put("status", "any");
        asked.put("author", Long.toString(session.login().id()));
        asked.put("parent", Long.toString(target.comment() ? target.number() : 0));
        if (!target.comment()) {
            asked.put("post", Long.toString(target.number()));
        }
        asked.put("orderby", "id");
        asked.put("order", "desc");
        asked.put("per_page", Integer.toString(PAGE));
        asked.put("page", Integer.toString(page));
        asked.put("_fields", FIELDS);
        return asked;
    }

    private static boolean is(JsonNode comment, Parcel parcel) {
        if (TAKEN_AWAY.contains(comment.path("status").asString(""))) {
            return false;
        }
        var agent = comment.path("author_user_agent").asString("");
        if (agent.startsWith(OURS)) {
            return agent.equals(Slugs.mark(parcel));
        }
        var since = parcel.madeAt().minus(SKEW);
        return Hearing.text(comment).equals(parcel.message().text().strip())
                && !Hearing.instant(comment, "date_gmt").orElse(Instant.MIN).isBefore(since);
    }

    private static Sent sent(Session session, JsonNode comment) throws Unfulfilled {
        var id = comment.path("id").asLong(0);
        if (id == 0) {
            throw Unfulfilled.garbage("a comment without a number");
        }
        var name = session.names().comment(id);
        return new Sent(name, Posting.address(comment.path("link").asString(""), name), Map.of());
    }
}
