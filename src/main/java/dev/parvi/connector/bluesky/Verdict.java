package dev.parvi.connector.bluesky;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Answer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an answer other than 2xx says, by the published error names and as measured at a real server. */
final class Verdict {

    private static final Set<String> STALE = Set.of("ExpiredToken", "InvalidToken", "AuthMissing");
    private static final Map<String, String> GONE = Map.of(
            "AccountTakedown", "bluesky.taken-down",
            "RepoTakendown", "bluesky.taken-down",
            "AccountSuspended", "bluesky.suspended",
            "RepoSuspended", "bluesky.suspended",
            "AccountDeactivated", "bluesky.deactivated",
            "RepoDeactivated", "bluesky.deactivated");
    private static final Duration LIMIT_USUAL = Duration.ofMinutes(1);
    private static final Duration LIMIT_MOST = Duration.ofHours(24);

    private Verdict() {}

    static Unfulfilled of(Answer answer, JsonNode body, Clock clock) {
        var error = body.path("error").asString("");
        var detail = answer.status() + " " + error + " " + body.path("message").asString("");
        if (answer.status() == 429) {
            return new Unfulfilled(Kind.LIMITED, error, new Fault("limited", detail), wait(answer, clock));
        }
        if (GONE.containsKey(error)) {
            return failed(Kind.FORBIDDEN, error, GONE.get(error), detail);
        }
        if (STALE.contains(error) || answer.status() == 401) {
            return failed(Kind.STRANGER, error, "bluesky.token", detail);
        }
        return refused(answer, error, detail);
    }

    /** A status alone is no verdict: a proxy on the way says 400 and 404 too. Only the network's own words are. */
    private static Unfulfilled refused(Answer answer, String error, String detail) {
        if (error.equals("BlobNotFound")) {
            return failed(Kind.AWAY, error, "server", detail);
        }
        if (answer.status() == 413) {
            return failed(Kind.REFUSED, error, "bluesky.too-large", detail);
        }
        if (answer.status() == 400 && !error.isEmpty()) {
            return failed(Kind.REFUSED, error, "bluesky.refused", detail);
        }
        return failed(Kind.UNSURE, error, error.isEmpty() && answer.status() < 500 ? "garbage" : "server", detail);
    }

    private static Unfulfilled failed(Kind kind, String error, String code, String detail) {
        return new Unfulfilled(kind, error, new Fault(code, detail), Unfulfilled.SOON);
    }

    /** Retry-After in seconds or as a date, else the second at which RateLimit-Reset says the window ends. */
    private static Duration wait(Answer answer, Clock clock) {
        var now = clock.instant();
        var said = answer.header("retry-after")
                .or(() -> answer.header("ratelimit-reset"))
                .map(String::strip)
                .orElse("");
        var wait = said.matches("\\d{1,10}") ? seconds(Long.parseLong(said), now) : until(said, now);
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LIMIT_MOST) > 0 ? LIMIT_MOST : wait;
    }

    /** A number that is larger than a day can only be a point in time. */
    private static Duration seconds(long number, Instant now) {
        return number > LIMIT_MOST.toSeconds()
                ? Duration.between(now, Instant.ofEpochSecond(number))
                : Duration.ofSeconds(number);
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return LIMIT_USUAL;
        }
    }
}
