package dev.parvi.listening;

import dev.parvi.platform.Answer;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks for a feed or a page, follows redirects, and tells which of them are for good. */
@Component
class Calling {

    /** What most feeds stay below; so many are read at once that this counts. */
    static final int USUAL_BYTES = 2_000_000;

    /** Some podcasts tell all they ever said. */
    static final int MOST_BYTES = 12_000_000;

    static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int LARGE_AT_ONCE = 4;
    private static final int REDIRECTS = 5;
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

    private final Outbound outbound;
    private final Clock clock;
    private final Duration deadline;
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

    @Autowired
    Calling(Outbound outbound, Clock clock) {
        this(outbound, clock, DEADLINE);
    }

    Calling(Outbound outbound, Clock clock, Duration deadline) {
        this.outbound = outbound;
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * An answer that is neither a redirect nor packed.
     *
     * @param lasting the address from which it's to be read from now on
     */
    record Called(Answer answer, URI lasting) {}

    Called get(URI address, String etag, String modified) throws CallFailed, NotRead {
        try {
            return get(address, etag, modified, USUAL_BYTES);
        } catch (CallFailed e) {
            if (e.kind() != CallFailed.Kind.TOO_LARGE) {
                throw e;
            }
        }
        large.acquireUninterruptibly();
        try {
            return get(address, etag, modified, MOST_BYTES);
        } finally {
            large.release();
        }
    }

    private Called get(URI address, String etag, String modified, int bytes) throws CallFailed, NotRead {
        var end = System.nanoTime() + deadline.toNanos();
        var at = address;
        var lasting = address;
        for (var hop = 0; hop <= REDIRECTS; hop++) {
            var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            var answer = outbound.call(call(at, etag, modified, bytes, left));
            var next = redirect(answer, at);
            if (next == null) {
                return new Called(unpacked(answer, bytes), lasting);
            }
            if (lasting.equals(at) && (answer.status() == 301 || answer.status() == 308)) {
                lasting = next;
            }
            at = next;
        }
        throw new NotRead(Reason.REDIRECTS, at.getHost());
    }

    private static Call call(URI at, String etag, String modified, int bytes, Duration left) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("accept", ACCEPT);
        if (!etag.isEmpty()) {
            headers.put("if-none-match", etag);
        }
        if (!modified.isEmpty()) {
            headers.put("if-modified-since", modified);
        }
        return new Call("GET", at, headers, new byte[0], left, bytes, 0);
    }

    private static @Nullable URI redirect(Answer answer, URI at) throws NotRead {
        var redirects = switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        if (!redirects) {
            return null;
        }
        var next = Links.uri(Links.absolute(answer.header("location").orElse(""), at));
        if (next == null) {
            throw new NotRead(Reason.MALFORMED, "");
        }
        return next;
    }

    /** Some serve a packed file as it lies there. */
    private static Answer unpacked(Answer answer, int bytes) throws NotRead {
        var body = answer.body();
        if (body.length < 3 || body[0] != 0x1f || (body[1] & 0xff) != 0x8b) {
            return answer;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var open = in.readNBytes(bytes + 1);
            if (open.length > bytes) {
                throw new NotRead(Reason.TOO_LARGE, "");
            }
            return new Answer(answer.status(), answer.headers(), open, answer.address());
        } catch (IOException e) {
            throw new NotRead(Reason.MALFORMED, "gzip");
        }
    }

    /** How long the other side wants to be left alone: as a header of that name says, in seconds or as a date. */
    @Nullable
    Duration after(Map<String, String> headers) {
        var said = headers.get("retry-after");
        if (said == null) {
            return null;
        }
        var text = said.strip();
        if (text.matches("\\d{1,8}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        var date = Dates.of(text);
        return date == null ? null : Duration.between(clock.instant(), date);
    }
}
