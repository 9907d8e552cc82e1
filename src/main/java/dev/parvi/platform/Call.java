package dev.parvi.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call to the outside.
 *
 * @param body empty for none
 * @param deadline from the first look-up to the last byte, redirects included; at most 2 minutes
 * @param maxBytes the largest answer that is read, uncompressed
 * @param redirects how many are followed; each is checked like the first address
 */
public record Call(
        String method,
        URI address,
        Map<String, String> headers,
        byte[] body,
        Duration deadline,
        int maxBytes,
        int redirects) {

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(20);
    public static final int USUAL_BYTES = 2_000_000;

    public static Call get(URI address) {
        return new Call("GET", address, Map.of(), new byte[0], USUAL_DEADLINE, USUAL_BYTES, 5);
    }

    public static Call post(URI address, String type, byte[] body) {
        return new Call("POST", address, Map.of("content-type", type), body, USUAL_DEADLINE, USUAL_BYTES, 0);
    }

    public static Call json(URI address, String body) {
        return post(address, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body, deadline, maxBytes, redirects);
    }

    public Call within(Duration time) {
        return new Call(method, address, headers, body, time, maxBytes, redirects);
    }

    public Call atMost(int bytes) {
        return new Call(method, address, headers, body, deadline, bytes, redirects);
    }
}
