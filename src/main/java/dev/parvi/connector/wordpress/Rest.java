package dev.parvi.connector.wordpress;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Answer;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls to a blog's REST interface (https://developer.wordpress.org/rest-api/reference/). */
@Component
final class Rest {

    private static final Duration CALL_MOST = Duration.ofSeconds(30);
    /** A hundred long comments. */
    private static final int LARGEST = 12_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbound outbound;
    private final Clock clock;

    Rest(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Whose blog is called, as whom, and by when. */
    record To(URI root, String user, String password, Deadline deadline) {}

    /**
     * What was answered.
     *
     * @param total how many there are of what was asked for, on all pages; -1 where the blog didn't say
     */
    record Said(JsonNode body, long total) {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    Said get(To to, String path, Map<String, String> parameters) throws Unfulfilled {
        return call(to, bare("GET", address(to.root(), path, parameters)));
    }

    Said post(To to, String path, Map<String, String> parameters, ObjectNode body) throws Unfulfilled {
        return call(to, Call.json(address(to.root(), path, parameters), JSON.writeValueAsString(body)));
    }

    Said delete(To to, String path) throws Unfulfilled {
        return call(to, bare("DELETE", address(to.root(), path, Map.of())));
    }

    Said upload(To to, String path, Map<String, String> parameters, String name, String type, byte[] bytes)
            throws Unfulfilled {
        var call = Call.post(address(to.root(), path, parameters), type, bytes);
        return call(to, call.with("content-disposition", "attachment; filename=\"" + name + "\""));
    }

    static URI address(URI root, String path, Map<String, String> parameters) {
        var query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var first = root.toString().contains("rest_route=") ? "&" : "?";
        return URI.create(root + path + (query.isEmpty() ? "" : first + query));
    }

    /** No redirect is followed: the password would go along. */
    private static Call bare(String method, URI address) {
        return new Call(method, address, Map.of(), new byte[0], CALL_MOST, LARGEST, 0);
    }

    private Said call(To to, Call call) throws Unfulfilled {
        if (to.deadline().passed()) {
            throw new Unfulfilled(
                    Kind.AWAY,
                    new Fault(
                            "timeout", "no time was left for " + call.address().getPath()));
        }
        var given = (to.user() + ":" + to.password()).getBytes(StandardCharsets.UTF_8);
        return answer(call.within(to.deadline().left(CALL_MOST))
                .atMost(LARGEST)
                .with("authorization", "Basic " + Base64.getEncoder().encodeToString(given)));
    }

    private Said answer(Call call) throws Unfulfilled {
        try {
            var answer = outbound.call(call);
            var body = read(answer.body());
            if (!answer.ok()) {
                throw Verdict.of(answer, body, clock);
            }
            if (!body.isContainer()) {
                throw new Unfulfilled(
                        Kind.UNSURE, new Fault("garbage", answer.status() + " without JSON: " + start(answer.text())));
            }
            return new Said(body, total(answer));
        } catch (CallFailed e) {
            throw new Unfulfilled(e.maybeSent() ? Kind.UNSURE : Kind.AWAY, Fault.of(e));
        }
    }

    private static long total(Answer answer) {
        var said = answer.header("x-wp-total").orElse("").strip();
        return said.matches("\\d{1,18}") ? Long.parseLong(said) : -1;
    }

    private static JsonNode read(byte[] body) {
        try {
            // Bytes that are no UTF-8 are replaced: one comment of them must not keep all others from being read.
            return body.length == 0
                    ? MissingNode.getInstance()
                    : JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(80, text.length())).replaceAll("\\s+", " ");
    }
}
