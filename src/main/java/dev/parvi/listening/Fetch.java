package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.platform.Answer;
import dev.parvi.platform.CallFailed;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one source whose turn it is; never throws, stores nothing. */
@Component
class Fetch {

    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)max-age\\s*=\\s*\"?(\\d{1,8})");
    private static final int HEADER = 500;

    private final Calling calling;

    Fetch(Calling calling) {
        this.calling = calling;
    }

    Fetched of(Turn turn) {
        try {
            var address = Links.uri(turn.address());
            if (address == null) {
                throw new NotRead(Reason.MALFORMED, "");
            }
            var called = calling.get(address, turn.etag(), turn.modified());
            return read(turn, called);
        } catch (NotRead e) {
            return new Fetched.Failed(turn, e.reason(), e.detail(), null);
        } catch (CallFailed e) {
            return new Fetched.Failed(turn, reason(e.kind()), e.getMessage(), null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("Source {} met a fault of our own; it is tried again", turn.source(), e);
            return new Fetched.Failed(turn, Reason.DESK, e.getClass().getSimpleName(), null);
        }
    }

    private Fetched read(Turn turn, Calling.Called called) throws NotRead {
        var answer = called.answer();
        if (answer.status() == 304) {
            return same(turn, answer);
        }
        if (!answer.ok()) {
            return refused(turn, answer);
        }
        var digest = Name.of(answer.body());
        if (digest.equals(turn.digest())) {
            return same(turn, answer);
        }
        return turn.kind() == Kind.PAGE ? page(turn, called, digest) : feed(turn, called, digest);
    }

    private static Fetched feed(Turn turn, Calling.Called called, UUID digest) throws NotRead {
        var answer = called.answer();
        var feed = FeedReader.read(answer.body(), answer.header("content-type").orElse(null), answer.address());
        return taken(turn, called, digest, feed, null);
    }

    private static Fetched page(Turn turn, Calling.Called called, UUID digest) throws NotRead {
        var answer = called.answer();
        var read = PageReader.read(
                answer.body(),
                answer.header("content-type").orElse(null),
                answer.address(),
                turn.selector(),
                turn.seen());
        return taken(turn, called, digest, read.feed(), read.seen());
    }

    private static Fetched taken(
            Turn turn, Calling.Called called, UUID digest, ParsedFeed feed, byte @Nullable [] seen) {
        var answer = called.answer();
        var peace = peace(answer);
        var ttl = Duration.ofMinutes(feed.minutes());
        return new Fetched.Read(
                turn,
                called.lasting().toString(),
                header(answer, "etag"),
                header(answer, "last-modified"),
                digest,
                ttl.compareTo(peace) > 0 ? ttl : peace,
                feed,
                seen);
    }

    private static Fetched same(Turn turn, Answer answer) {
        return new Fetched.Same(
                turn,
                answer.header("etag").isPresent() ? header(answer, "etag") : turn.etag(),
                answer.header("last-modified").isPresent() ? header(answer, "last-modified") : turn.modified(),
                peace(answer));
    }

    private Fetched refused(Turn turn, Answer answer) {
        var reason = switch (answer.status()) {
            case 410 -> Reason.GONE;
            case 404 -> Reason.NOT_FOUND;
            case 401, 403, 407, 451 -> Reason.CLOSED;
            case 429, 503 -> Reason.BUSY;
            default -> answer.status() >= 500 ? Reason.SERVER : Reason.STATUS;
        };
        return new Fetched.Failed(turn, reason, Integer.toString(answer.status()), calling.after(answer.headers()));
    }

    private static Duration peace(Answer answer) {
        var found = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
        return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : Duration.ZERO;
    }

    /** What can't have been made by a server in its right mind isn't sent back to it. */
    private static String header(Answer answer, String name) {
        var value = answer.header(name).orElse("").strip();
        return value.length() > HEADER || value.chars().anyMatch(c -> c < ' ' || c > 0x7E) ? "" : value;
    }

    static Reason reason(CallFailed.Kind kind) {
        return switch (kind) {
            case FORBIDDEN_ADDRESS -> Reason.FORBIDDEN;
            case UNKNOWN_HOST -> Reason.UNKNOWN_HOST;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case TLS -> Reason.TLS;
            case TIMEOUT -> Reason.TIMEOUT;
            case CUT -> Reason.CUT;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case TOO_MANY_REDIRECTS -> Reason.REDIRECTS;
            case MALFORMED -> Reason.MALFORMED;
        };
    }
}
