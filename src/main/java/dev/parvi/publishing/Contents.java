package dev.parvi.publishing;

import dev.parvi.connector.Message;
import dev.parvi.connector.Sent;
import dev.parvi.publishing.Claims.SentPart;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what planning has sealed, and what networks have answered. */
@Component
class Contents {

    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final JsonMapper json;

    Contents(JsonMapper json) {
        this.json = json;
    }

    /** The JSON of one part out of a version's content; null where the content has no such part. */
    @Nullable
    String part(@Nullable String content, int part) {
        if (content == null) {
            return null;
        }
        var all = json.readTree(content);
        var parts = all.path("parts");
        var one = part < parts.size() ? parts.path(part) : all.path("comments").path(part - parts.size());
        return one.isMissingNode() ? null : one.toString();
    }

    Message message(String part) {
        return json.readValue(part, Message.class);
    }

    /** A part of a thread follows all earlier parts; a first comment answers the first part alone. */
    List<Sent> parents(List<SentPart> earlier, int part, boolean comment) {
        var parents = new ArrayList<Sent>();
        for (var each : earlier) {
            if (each.part() < (comment ? 1 : part) && !each.comment()) {
                parents.add(sent(each.id(), each.address(), each.marks()));
            }
        }
        return parents;
    }

    String marks(Map<String, String> marks) {
        return json.writeValueAsString(marks);
    }

    /** What an answer answers, as it was handed in. */
    Sent sent(String answered) {
        return json.readValue(answered, Sent.class);
    }

    Sent sent(String id, String address, String marks) {
        return new Sent(id, URI.create(address), json.readValue(marks, MARKS));
    }
}
