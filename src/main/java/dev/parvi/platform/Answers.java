package dev.parvi.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Reads answers, counting what they unpack to. */
final class Answers {

    private static final int FIRST_BYTES = 8_192;

    private Answers() {}

    static Answer read(ClassicHttpResponse response, Destination from, int maxBytes) throws IOException {
        var headers = headers(response);
        var entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), headers, new byte[0], from.address());
        }
        if (entity.getContentLength() > maxBytes) {
            throw new TooLarge();
        }
        var packed = "gzip"
                .equalsIgnoreCase(headers.getOrDefault("content-encoding", "").strip());
        var body = body(entity.getContent(), packed, maxBytes);
        if (packed) {
            headers.remove("content-encoding");
            headers.remove("content-length");
        }
        return new Answer(response.getCode(), headers, body, from.address());
    }

    /** Both what comes over the wire and what it unpacks to stay within the bound. */
    private static byte[] body(InputStream content, boolean packed, int maxBytes) throws IOException {
        var wire = all(content, maxBytes);
        if (!packed || wire.length == 0) {
            return wire;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(wire), FIRST_BYTES)) {
            return all(unpacked, maxBytes);
        }
    }

    private static byte[] all(InputStream content, int maxBytes) throws IOException {
        var bytes = new byte[Math.min(FIRST_BYTES, maxBytes + 1)];
        int length = 0;
        for (int n = content.read(bytes, 0, bytes.length);
                n >= 0;
                n = content.read(bytes, length, bytes.length - length)) {
            length += n;
            if (length > maxBytes) {
                throw new TooLarge();
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes + 1L, length * 2L));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    /** The answer goes on beyond what the caller wanted to read. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the answer is too large");
        }
    }
}
