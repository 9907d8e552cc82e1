package dev.parvi.planning;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people type them. */
final class Links {

    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]}'»”]");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:.*");

    private Links() {}

    /** The web address that was meant, with {@code https://} where no scheme was typed; empty where it is none. */
    static Optional<URI> address(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(SCHEME.matcher(text).matches() ? text : "https://" + text);
            var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getHost().contains(".") ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address on the desk itself, which may have a name without a dot. */
    static Optional<URI> own(String typed, URI home) {
        try {
            var uri = new URI(typed.strip());
            return home.getHost() != null && home.getHost().equalsIgnoreCase(uri.getHost())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The first web address that a text names in full. */
    static Optional<URI> first(String text) {
        var found = IN_TEXT.matcher(text);
        while (found.find()) {
            var uri = address(found.group());
            if (uri.isPresent()) {
                return uri;
            }
        }
        return Optional.empty();
    }
}
