package dev.parvi.platform;

import dev.parvi.platform.CallFailed.Kind;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as it will be called, read strictly: whoever writes a host so that two readers may disagree about it is
 * refused, whatever it stands for.
 *
 * @param host in ASCII and lower case; an IPv6 address without brackets
 * @param given as the caller wrote it
 */
record Destination(String scheme, String host, int port, String path, URI given) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]@/?#\\s%\\\\]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\\.?");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");

    /** Reading one takes five patterns, and most calls go to hosts that were called before. */
    private static final Map<String, Spot> SPOTS = new ConcurrentHashMap<>();

    private static final int SPOTS_KEPT = 1_000;

    static Destination of(URI address) throws CallFailed {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw forbidden("only http and https addresses are called");
        }
        var authority = address.getRawAuthority();
        if (authority == null) {
            throw malformed("the address names no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw forbidden("an address with a user name in it isn't called");
        }
        var spot = spot(scheme, authority);
        return new Destination(scheme, spot.host(), spot.port(), path(address), address);
    }

    URI address() {
        var written = origin() + path;
        var address = written.equals(given.toString()) ? given : URI.create(written);
        return written.chars().allMatch(c -> c < 0x80) ? address : URI.create(address.toASCIIString());
    }

    /** What an authority says; what it stands for is looked up and checked with each connection. */
    private record Spot(String host, int port) {}

    private static Spot spot(String scheme, String authority) throws CallFailed {
        var key = scheme + "://" + authority;
        var known = SPOTS.get(key);
        if (known != null) {
            return known;
        }
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw malformed("the host of the address can't be read");
        }
        var spot = new Spot(host(parts.group(1)), port(scheme, parts.group(2)));
        if (SPOTS.size() >= SPOTS_KEPT) {
            SPOTS.clear();
        }
        SPOTS.put(key, spot);
        return spot;
    }

    String origin() {
        var usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + (usual ? "" : ":" + port);
    }

    private static String host(String written) throws CallFailed {
        if (written.startsWith("[")) {
            return v6(written.substring(1, written.length() - 1));
        }
        var name = ascii(written);
        var labels = name.replaceFirst("\\.$", "").split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return v4(name, labels);
        }
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            throw malformed("the host of the address can't be read");
        }
        return name;
    }

    /** Fullwidth digits and dots become plain ones here, so this comes before any check. */
    private static String ascii(String written) throws CallFailed {
        try {
            return IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw malformed("the host of the address can't be read");
        }
    }

    /** As in the URL standard, a host whose last label is a number is an IPv4 address; only its plain form is taken. */
    private static String v4(String name, String[] labels) throws CallFailed {
        var plain = labels.length == 4
                && !name.endsWith(".")
                && Arrays.stream(labels)
                        .allMatch(label -> OCTET.matcher(label).matches() && Integer.parseInt(label) < 256);
        if (!plain) {
            throw forbidden("an IPv4 address must be written as four decimal numbers");
        }
        return name;
    }

    private static String v6(String written) throws CallFailed {
        try {
            InetAddress.ofLiteral(written);
        } catch (IllegalArgumentException e) {
            throw malformed("the IPv6 address can't be read");
        }
        if (written.indexOf(':') < 0) {
            throw malformed("only an IPv6 address stands in brackets");
        }
        return written.toLowerCase(Locale.ROOT);
    }

    private static int port(String scheme, @Nullable String written) throws CallFailed {
        if (written == null) {
            return scheme.equals("https") ? 443 : 80;
        }
        var port = Integer.parseInt(written);
        if (port < 1 || port > 65_535) {
            throw malformed("the port of the address is out of range");
        }
        return port;
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static CallFailed forbidden(String message) {
        return new CallFailed(Kind.FORBIDDEN_ADDRESS, false, message);
    }

    private static CallFailed malformed(String message) {
        return new CallFailed(Kind.MALFORMED, false, message);
    }
}
