package dev.parvi.connector.bluesky;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads direct messages, where the app password was given that right. No server of the network that can be had has them, so this
 * is held to payloads written by the published lexicons (chat.bsky.convo.*) only. They are read, not answered: a message carries
 * no key of ours, so that an answer could come twice.
 */
@Component
final class Chats {

    private static final Logger LOG = LoggerFactory.getLogger(Chats.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PRIVILEGED = "com.atproto.appPassPrivileged";
    private static final String CREATED = "chat.bsky.convo.defs#logCreateMessage";
    private static final String DELETED = "chat.bsky.convo.defs#logDeleteMessage";
    private static final String PAGE = "100";
    private static final int CONVOS_AT_FIRST = 20;

    /** @param cursor how far the log was read */
    record Told(List<Heard> heard, String cursor, boolean more) {

        static Told nothing(String cursor) {
            return new Told(List.of(), cursor, false);
        }
    }

    /** Never fails: messages that can't be read now are read later, and hold up nothing that is said in the open. */
    Told read(Session session, String cursor) {
        if (!allowed(session.login().access())) {
            return Told.nothing(cursor);
        }
        try {
            return cursor.isEmpty() ? first(session) : log(session, cursor);
        } catch (Unfulfilled e) {
            LOG.info("Direct messages could not be read: {}", e.getMessage());
            return Told.nothing(cursor);
        }
    }

    /** The token says what its app password may. One that may not is answered like a stale token, and would be renewed each time. */
    static boolean allowed(String token) {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JSON.readTree(claims).path("scope").asString("").equals(PRIVILEGED);
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Where the log ends now comes first, so that what is said meanwhile isn't lost; then what stands in the conversations. */
    private Told first(Session session) throws Unfulfilled {
        var end =
                session.chat("chat.bsky.convo.getLog", Map.of()).path("cursor").asString("");
        var convos = session.chat("chat.bsky.convo.listConvos", Map.of("limit", List.of(PAGE)));
        var heard = new ArrayList<Heard>();
        var read = 0;
        for (var convo : convos.path("convos")) {
            if (read++ < CONVOS_AT_FIRST) {
                var id = convo.path("id").asString("");
                var page = session.chat(
                        "chat.bsky.convo.getMessages", Map.of("convoId", List.of(id), "limit", List.of(PAGE)));
                page.path("messages").forEach(message -> heard.add(heard(session, id, message, people(convo))));
            }
        }
        return new Told(List.copyOf(heard), end, false);
    }

    private Told log(Session session, String cursor) throws Unfulfilled {
        var page = session.chat("chat.bsky.convo.getLog", Map.of("cursor", List.of(cursor)));
        if (!page.path("logs").isArray()) {
            throw Unfulfilled.garbage("no log of messages");
        }
        var people = new HashMap<String, Map<String, JsonNode>>();
        var heard = new LinkedHashMap<String, Heard>();
        for (var entry : page.path("logs")) {
            var type = entry.path("$type").asString("");
            if (type.equals(CREATED) || type.equals(DELETED)) {
                var convo = entry.path("convoId").asString("");
                if (!people.containsKey(convo)) {
                    people.put(convo, people(session, convo));
                }
                var said = heard(session, convo, entry.path("message"), people.getOrDefault(convo, Map.of()));
                heard.put(said.id(), said);
            }
        }
        var next = page.path("cursor").asString(cursor);
        return new Told(
                List.copyOf(heard.values()),
                next,
                !next.equals(cursor) && !page.path("logs").isEmpty());
    }

    private static Map<String, JsonNode> people(Session session, String convo) throws Unfulfilled {
        return people(session.chat("chat.bsky.convo.getConvo", Map.of("convoId", List.of(convo)))
                .path("convo"));
    }

    private static Map<String, JsonNode> people(JsonNode convo) {
        var people = new HashMap<String, JsonNode>();
        convo.path("members").forEach(each -> people.put(each.path("did").asString(""), each));
        return people;
    }

    private static Heard heard(Session session, String convo, JsonNode message, Map<String, JsonNode> people) {
        var sender = message.path("sender");
        var did = sender.path("did").asString("");
        var gone = message.path("text").isMissingNode();
        var address = URI.create("https://bsky.app/messages/" + convo.replaceAll("[^A-Za-z0-9_.-]", ""));
        return new Heard(
                "chat:" + convo + "/" + message.path("id").asString(""),
                Kind.MESSAGE,
                "chat:" + convo,
                null,
                Utterance.speaker(
                        people.getOrDefault(did, sender), session.login().did()),
                message.path("text").asString(""),
                null,
                Utterance.time(message.path("sentAt").asString("")).orElse(Instant.EPOCH),
                null,
                gone ? Standing.DELETED : Standing.SHOWN,
                address,
                List.of(),
                Map.of("convo", convo));
    }
}
