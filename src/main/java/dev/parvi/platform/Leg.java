package dev.parvi.platform;

import dev.parvi.platform.CallFailed.Kind;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** One request of a call: the first, or one a redirect asked for. Header names are in lower case. */
record Leg(String method, Destination to, Map<String, String> headers, byte[] body) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    /** What the connection itself decides; a caller who sets one of these could smuggle a second request. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "user-agent");
    /** All that another origin is told of what was meant for the first one. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "accept-encoding");

    static Leg first(Call call) throws CallFailed {
        var headers = new LinkedHashMap<String, String>();
        for (var header : call.headers().entrySet()) {
            headers.put(checked(header.getKey(), header.getValue()), header.getValue());
        }
        if (!TOKEN.matcher(call.method()).matches()) {
            throw new CallFailed(Kind.MALFORMED, false, "the method of the call can't be sent");
        }
        headers.putIfAbsent("accept-encoding", "gzip");
        return new Leg(call.method().toUpperCase(Locale.ROOT), Destination.of(call.address()), headers, call.body());
    }

    /** What a redirect asks for, or nothing where it isn't followed and so is the answer. */
    Optional<Leg> after(Answer answer) throws CallFailed {
        var location = answer.header("location");
        if (location.isEmpty() || !redirects(answer.status())) {
            return Optional.empty();
        }
        var next = target(location.get());
        var sameOrigin = next.origin().equals(to.origin());
        var reads = method.equals("GET") || method.equals("HEAD");
        if (!reads && (answer.status() < 307 || !sameOrigin)) {
            return Optional.empty();
        }
        return Optional.of(new Leg(method, next, sameOrigin ? headers : harmless(), body));
    }

    ClassicHttpRequest request() {
        var request = new BasicClassicHttpRequest(method, to.address());
        headers.forEach((name, value) -> {
            if (!name.equals("content-type")) {
                request.addHeader(name, value);
            }
        });
        if (body.length > 0) {
            var type = headers.get("content-type");
            request.setEntity(new ByteArrayEntity(body, null));
            request.setHeader("content-type", type == null ? ContentType.APPLICATION_OCTET_STREAM.toString() : type);
        }
        return request;
    }

    private Destination target(String location) throws CallFailed {
        try {
            return Destination.of(to.address().resolve(URI.create(location.strip())));
        } catch (IllegalArgumentException e) {
            throw new CallFailed(Kind.MALFORMED, true, to.host() + " redirects to what is no address");
        } catch (CallFailed e) {
            throw new CallFailed(e.kind(), true, to.host() + " redirects: " + e.getMessage());
        }
    }

    private Map<String, String> harmless() {
        var kept = new LinkedHashMap<>(headers);
        kept.keySet().retainAll(HARMLESS);
        return kept;
    }

    private static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static String checked(String name, String value) throws CallFailed {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches() || UNSAFE.matcher(value).find() || OURS.contains(lower)) {
            throw new CallFailed(
                    Kind.MALFORMED, false, "the header " + lower.replaceAll("[^a-z0-9-]", "?") + " can't be sent");
        }
        return lower;
    }
}
