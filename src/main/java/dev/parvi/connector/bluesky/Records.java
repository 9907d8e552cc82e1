package dev.parvi.connector.bluesky;

import dev.parvi.connector.Parcel;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a parcel as the record that the network keeps (lexicon app.bsky.feed.post). */
@Component
final class Records {

    static final String COLLECTION = "app.bsky.feed.post";

    private static final Duration RESOLVE_MOST = Duration.ofSeconds(5);
    private static final int LANGUAGES_MOST = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Embeds embeds;

    Records(Embeds embeds) {
        this.embeds = embeds;
    }

    static String time(Instant madeAt) {
        return TIME.format(madeAt);
    }

    /** Looks up who is mentioned and quoted and sends the pictures; the record itself isn't sent yet. */
    ObjectNode post(Session session, Parcel parcel) throws Unfulfilled {
        var message = parcel.message();
        var record = Xrpc.object()
                .put("$type", COLLECTION)
                .put("text", message.text())
                .put("createdAt", time(parcel.madeAt()));
        languages(message.languages(), record);
        facets(session, message.text(), record);
        if (!parcel.before().isEmpty()) {
            var reply = record.putObject("reply");
            reply.set("root", reference(session, parcel.before().getFirst()));
            reply.set("parent", reference(session, parcel.before().getLast()));
        }
        if (parcel.answered() != null) {
            var reply = record.putObject("reply");
            reply.set("root", root(session, parcel.answered()));
            reply.set("parent", reference(session, parcel.answered()));
        }
        embeds.of(session, message).ifPresent(embed -> record.set("embed", embed));
        return record;
    }

    /** One that is no language tag would have the whole post refused. */
    private static void languages(List<String> tags, ObjectNode record) {
        var known = tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                .filter(tag -> !tag.equals("und"))
                .distinct()
                .limit(LANGUAGES_MOST)
                .toList();
        if (!known.isEmpty()) {
            known.forEach(record.putArray("langs")::add);
        }
    }

    private static void facets(Session session, String text, ObjectNode record) throws Unfulfilled {
        for (var facet : Facets.in(text)) {
            var feature = feature(session, facet);
            if (!feature.isEmpty()) {
                var written = record.withArray("facets").addObject();
                written.putObject("index")
                        .put("byteStart", bytes(text, facet.start()))
                        .put("byteEnd", bytes(text, facet.end()));
                written.putArray("features").add(feature);
            }
        }
    }

    /** Empty for a mention of nobody, which stays plain text. */
    private static ObjectNode feature(Session session, Facet facet) throws Unfulfilled {
        var feature = Xrpc.object();
        switch (facet.kind()) {
            case LINK -> feature.put("$type", "app.bsky.richtext.facet#link").put("uri", facet.value());
            case TAG -> feature.put("$type", "app.bsky.richtext.facet#tag").put("tag", facet.value());
            case MENTION -> {
                var did = resolved(session, facet.value());
                if (!did.isEmpty()) {
                    feature.put("$type", "app.bsky.richtext.facet#mention").put("did", did);
                }
            }
        }
        return feature;
    }

    /**
     * The DID of a handle. Where the network can't find it now, the post goes out without: its hour matters more than the mention.
     * Only where the network can't be reached at all is the whole post tried later.
     */
    private static String resolved(Session session, String handle) throws Unfulfilled {
        try {
            return session.look(
                            "com.atproto.identity.resolveHandle",
                            Map.of("handle", handle),
                            session.deadline().sooner(RESOLVE_MOST))
                    .path("did")
                    .asString("");
        } catch (Unfulfilled e) {
            if (e.kind() == Unfulfilled.Kind.AWAY || e.kind() == Unfulfilled.Kind.LIMITED) {
                throw e;
            }
            return "";
        }
    }

    /** What was heard carries its root; of what we sent ourselves the network is asked. */
    private static JsonNode root(Session session, Sent answered) throws Unfulfilled {
        var uri = answered.marks().getOrDefault("root", "");
        var cid = answered.marks().getOrDefault("rootCid", "");
        return uri.isEmpty() || cid.isEmpty()
                ? Posts.root(session, answered.id())
                : Xrpc.object().put("uri", uri).put("cid", cid);
    }

    private static JsonNode reference(Session session, Sent sent) throws Unfulfilled {
        var cid = sent.marks().getOrDefault("cid", "");
        return Xrpc.object().put("uri", sent.id()).put("cid", cid.isEmpty() ? Posts.cid(session, sent.id()) : cid);
    }

    private static int bytes(String text, int index) {
        return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }
}
