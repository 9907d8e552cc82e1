package dev.parvi.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as a network gave it once, kept under {@code connector/<network>/<name>.json} with {@code call}, {@code status},
 * {@code headers} and {@code body}.
 */
public record Recording(int status, Map<String, String> headers, byte[] body) {

    /** Stands for bytes that are no UTF-8 in what {@link #broken} sends. */
    public static final String BROKEN = "%BROKEN%";

    public static final JsonMapper JSON = JsonMapper.builder().build();

    public static Recording of(String network, String name) {
        var read = resource("/connector/" + network + "/" + name + ".json");
        var headers = new LinkedHashMap<String, String>();
        read.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        var body = read.path("body");
        var text = body.isString() ? body.asString() : JSON.writeValueAsString(body);
        return new Recording(read.path("status").asInt(), headers, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Recording json(int status, String body) {
        return new Recording(status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with what isn't UTF-8 where it's told to be. */
    public Recording broken() {
        var bytes = new String(body, StandardCharsets.ISO_8859_1).replace(BROKEN, "\u00C3(");
        return new Recording(status, headers, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same answer with other values in its top level. */
    public Recording with(String field, JsonNode value) {
        var changed = (ObjectNode) JSON.readTree(body);
        changed.set(field, value);
        return new Recording(status, headers, JSON.writeValueAsBytes(changed));
    }

    public Recording with(String field, String value) {
        return with(field, JSON.getNodeFactory().stringNode(value));
    }

    public static JsonNode resource(String path) {
        try (var in = Recording.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + path);
            }
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
