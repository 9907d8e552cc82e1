package dev.parvi.listening;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as they stand in feeds and pages: relative, with spaces, in whatever script. */
final class Links {

    private Links() {}

    /** An absolute http or https address, or empty where it can't be one. */
    static String absolute(@Nullable String written, @Nullable URI base) {
        if (written == null) {
            return "";
        }
        var link = written.strip();
        if (link.isEmpty()) {
            return "";
        }
        if (link.startsWith("//") && base != null) {
            link = base.getScheme() + ":" + link;
        }
        if (web(link)) {
            return tidy(link);
        }
        return base == null || schemed(link) ? "" : resolved(link, base);
    }

    /** Nothing where it's none that can be called. */
    static @Nullable URI uri(String address) {
        try {
            var uri = URI.create(tidy(address.strip()));
            return uri.getScheme() != null && web(address.strip()) && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean web(String link) {
        return link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
    }

    private static boolean schemed(String link) {
        for (var i = 0; i < link.length(); i++) {
            var c = link.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '.' && c != '-') {
                return false;
            }
        }
        return false;
    }

    private static String resolved(String link, URI base) {
        try {
            var root = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
            // the JDK would drop the path's last part before a lone query
            if (link.startsWith("?")) {
                var path = root.getRawPath();
                return root.resolve(path + tidy(link)).toString();
            }
            var whole = root.resolve(tidy(link)).toString();
            return web(whole) ? whole : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** What may not stand in an address is written as bytes. */
    static String tidy(String link) {
        for (var i = 0; i < link.length(); i++) {
            if (!fits(link.charAt(i))) {
                return encoded(link);
            }
        }
        return link;
    }

    private static boolean fits(char c) {
        return c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
    }

    private static String encoded(String link) {
        var made = new StringBuilder(link.length() + 16);
        link.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == '\t') {
                return;
            }
            if (point < 0x7F && fits((char) point)) {
                made.append((char) point);
            } else {
                for (var b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    made.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            }
        });
        return made.toString();
    }
}
