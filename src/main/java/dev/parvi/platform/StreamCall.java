package dev.parvi.platform;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A stream to be opened.
 *
 * @param address begins with {@code ws://} or {@code wss://}
 * @param deadline for look-up, connection and handshake together; at most 2 minutes
 * @param maxBytes the most bytes of one message, in one frame or in many: a longer one ends the stream
 * @param queueBytes how much may wait to be taken; when as much waits, nothing more is read from the connection
 * @param silence after so long without a sign of life, pings of ours included, the stream counts as cut
 */
public record StreamCall(
        URI address, Map<String, String> headers, Duration deadline, int maxBytes, int queueBytes, Duration silence) {

    private static final int USUAL_BYTES = 1_000_000;
    private static final int USUAL_QUEUE = 8_000_000;

    public StreamCall {
        headers = Map.copyOf(headers);
    }

    public static StreamCall to(URI address) {
        return new StreamCall(
                address, Map.of(), Duration.ofSeconds(30), USUAL_BYTES, USUAL_QUEUE, Duration.ofSeconds(60));
    }

    public StreamCall with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new StreamCall(address, more, deadline, maxBytes, queueBytes, silence);
    }

    public StreamCall within(Duration time) {
        return new StreamCall(address, headers, time, maxBytes, queueBytes, silence);
    }

    public StreamCall atMost(int bytes, int waiting) {
        return new StreamCall(address, headers, deadline, bytes, waiting, silence);
    }

    public StreamCall silentAtMost(Duration time) {
        return new StreamCall(address, headers, deadline, maxBytes, queueBytes, time);
    }
}
