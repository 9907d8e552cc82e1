package dev.parvi.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the outside answered.
 *
 * @param headers names in lower case; of a repeated header the first
 * @param address where the answer came from, after redirects
 */
public record Answer(int status, Map<String, String> headers, byte[] body, URI address) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
