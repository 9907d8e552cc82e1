package dev.parvi.connector.bluesky;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A post as the network shows it (app.bsky.feed.defs#postView, and what a notification says of it).
 *
 * @param us the DID of the account that reads
 */
record Utterance(JsonNode view, String us) {

    private static final String MENTION = "app.bsky.richtext.facet#mention";

    String uri() {
        return view.path("uri").asString("");
    }

    JsonNode record() {
        return view.path("record");
    }

    /** The root of its thread: itself where it answers nothing. */
    String root() {
        return record().path("reply").path("root").path("uri").asString(uri());
    }

    boolean ours() {
        return view.path("author").path("did").asString("").equals(us);
    }

    /** Whether it speaks of us by name, or quotes what we said. */
    boolean toUs() {
        return mentions()
                || quoted().map(uri -> uri.startsWith("at://" + us + "/")).orElse(false);
    }

    private boolean mentions() {
        return record().path("facets")
                .valueStream()
                .flatMap(facet -> facet.path("features").valueStream())
                .anyMatch(feature -> feature.path("$type").asString("").equals(MENTION)
                        && feature.path("did").asString("").equals(us));
    }

    private Optional<String> quoted() {
        var embed = record().path("embed");
        return Stream.of(
                        embed.path("record").path("uri"),
                        embed.path("record").path("record").path("uri"))
                .map(uri -> uri.asString(""))
                .filter(uri -> !uri.isEmpty())
                .findFirst();
    }

    /** Empty for what isn't a post that can be named. */
    Optional<Heard> heard(Standing standing) {
        var name = Posts.Name.of(uri());
        return name.isEmpty() || record().path("text").isMissingNode()
                ? Optional.empty()
                : Optional.of(heard(name.get(), standing));
    }

    /** The same, as something that was found: what isn't said to us is {@link Kind#FOUND}. */
    Optional<Heard> found() {
        var name = Posts.Name.of(uri());
        if (name.isEmpty() || !record().path("text").isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(heard(name.get(), toThem() ? Kind.FOUND : kind(), Standing.SHOWN));
        } catch (IllegalArgumentException e) {
            // Strangers name their posts: one that can't stand in an address can't be read by anybody either.
            return Optional.empty();
        }
    }

    private boolean toThem() {
        return us.isEmpty() || !toUs() && !root().startsWith("at://" + us + "/");
    }

    private Heard heard(Posts.Name name, Standing standing) {
        return heard(name, kind(), standing);
    }

    private Heard heard(Posts.Name name, Kind kind, Standing standing) {
        var parent = record().path("reply").path("parent").path("uri").asString("");
        return new Heard(
                uri(),
                kind,
                root(),
                parent.isEmpty() || parent.equals(root()) ? null : parent,
                speaker(view.path("author"), us),
                record().path("text").asString(""),
                null,
                time(record().path("createdAt").asString(""))
                        .or(() -> time(view.path("indexedAt").asString("")))
                        .orElse(Instant.EPOCH),
                null,
                standing,
                Posts.page(name.repository(), name.key()),
                record().path("langs")
                        .valueStream()
                        .map(tag -> tag.asString(""))
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                marks());
    }

    private Kind kind() {
        if (root().startsWith("at://" + us + "/")) {
            return Kind.COMMENT;
        }
        if (quoted().map(uri -> uri.startsWith("at://" + us + "/")).orElse(false)) {
            return Kind.QUOTE;
        }
        return mentions() ? Kind.MENTION : Kind.COMMENT;
    }

    /** What an answer to it must name: its version, the root of its thread with its version; and how old the account is. */
    private Map<String, String> marks() {
        var marks = new HashMap<String, String>();
        marks.put("cid", view.path("cid").asString(""));
        marks.put("root", root());
        marks.put(
                "rootCid",
                record().path("reply")
                        .path("root")
                        .path("cid")
                        .asString(view.path("cid").asString("")));
        time(view.path("author").path("createdAt").asString(""))
                .ifPresent(since -> marks.put(Heard.SINCE, since.toString()));
        return Map.copyOf(marks);
    }

    static Speaker speaker(JsonNode author, String us) {
        var did = author.path("did").asString("");
        var handle = author.path("handle").asString("");
        var name = author.path("displayName").asString("");
        return new Speaker(
                did,
                name.isBlank() ? handle : name,
                handle.isEmpty() ? "" : "@" + handle,
                did.isEmpty() ? null : URI.create("https://bsky.app/profile/" + did),
                did.equals(us));
    }

    static Optional<Instant> time(String said) {
        try {
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(said).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
