package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The network's calls: HTTP with JSON, one address a method (https://atproto.com/specs/xrpc). */
@Component
final class Xrpc {

    private static final Duration CALL_MOST = Duration.ofSeconds(30);
    private static final int LONG_ANSWER = 16_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbound outbound;
    private final Clock clock;

    Xrpc(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /**
     * Where a call goes.
     *
     * @param token empty for a call that needs none
     */
    record To(URI server, String token, Deadline deadline) {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    JsonNode query(To to, String method, Map<String, String> parameters) throws Unfulfilled {
        var query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = to.server().resolve("/xrpc/" + method + (query.isEmpty() ? "" : "?" + query));
        return object(call(to, bare("GET", address)));
    }

    /** A query whose parameters may have several values, and whose answer may be long: a thread of thousands of posts. */
    JsonNode query(To to, String method, Map<String, List<String>> parameters, Map<String, String> headers)
            throws Unfulfilled {
        var query = parameters.entrySet().stream()
                .flatMap(p -> p.getValue().stream()
                        .map(value -> p.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var address = to.server().resolve("/xrpc/" + method + (query.isEmpty() ? "" : "?" + query));
        var call = bare("GET", address).atMost(LONG_ANSWER);
        for (var header : headers.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return object(call(to, call));
    }

    JsonNode procedure(To to, String method, ObjectNode body) throws Unfulfilled {
        return object(tell(to, method, body));
    }

    /** A procedure whose answer may be empty. */
    JsonNode tell(To to, String method, ObjectNode body) throws Unfulfilled {
        var address = to.server().resolve("/xrpc/" + method);
        return call(to, body.isEmpty() ? bare("POST", address) : Call.json(address, JSON.writeValueAsString(body)));
    }

    JsonNode upload(To to, byte[] bytes, String type) throws Unfulfilled {
        return object(call(to, Call.post(to.server().resolve("/xrpc/com.atproto.repo.uploadBlob"), type, bytes)));
    }

    /** Methods without input refuse a body, and a content type with it. No redirect is followed: the token would go along. */
    private static Call bare(String method, URI address) {
        return new Call(method, address, Map.of(), new byte[0], CALL_MOST, Call.USUAL_BYTES, 0);
    }

    private static JsonNode object(JsonNode body) throws Unfulfilled {
        if (!body.isObject()) {
            throw Unfulfilled.garbage("an answer without content");
        }
        return body;
    }

    private JsonNode call(To to, Call call) throws Unfulfilled {
        if (to.deadline().passed()) {
            throw new Unfulfilled(
                    Kind.AWAY,
                    new Fault(
                            "timeout", "no time was left for " + call.address().getPath()));
        }
        var timed = call.within(to.deadline().left(CALL_MOST));
        return answer(to.token().isEmpty() ? timed : timed.with("authorization", "Bearer " + to.token()));
    }

    private JsonNode answer(Call call) throws Unfulfilled {
        try {
            var answer = outbound.call(call);
            var body = read(answer.body());
            if (!answer.ok()) {
                throw Verdict.of(answer, body, clock);
            }
            if (!body.isObject() && answer.body().length > 0) {
                throw new Unfulfilled(
                        Kind.UNSURE, new Fault("garbage", answer.status() + " without JSON: " + start(answer.text())));
            }
            return body;
        } catch (CallFailed e) {
            throw new Unfulfilled(e.maybeSent() ? Kind.UNSURE : Kind.AWAY, Fault.of(e));
        }
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
