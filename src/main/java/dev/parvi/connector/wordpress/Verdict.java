package dev.parvi.connector.wordpress;

import static java.util.Map.entry;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Answer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/** What an answer other than 2xx says, by WordPress's own error names and as measured at a real one (6.1). */
final class Verdict {

    /** Its names for what the same call will never get, and what we say of them. */
    private static final Map<String, String> REFUSALS = Map.ofEntries(
            entry("comment_duplicate", "wordpress.duplicate"),
            entry("rest_already_trashed", "wordpress.gone"),
            entry("rest_comment_closed", "wordpress.closed"),
            entry("rest_comment_draft_post", "wordpress.gone"),
            entry("rest_comment_invalid_id", "wordpress.gone"),
            entry("rest_comment_invalid_post_id", "wordpress.gone"),
            entry("rest_comment_trash_post", "wordpress.gone"),
            entry("rest_post_invalid_id", "wordpress.gone"),
            entry("rest_trash_not_supported", "wordpress.no-trash"),
            entry("rest_upload_file_too_big", "wordpress.picture"),
            entry("rest_upload_limited_space", "wordpress.picture"),
            // said with status 500, also of a file whose kind it doesn't take
            entry("rest_upload_sideload_error", "wordpress.picture"));

    /** Between two comments of one writer. */
    private static final Duration FLOOD = Duration.ofSeconds(15);

    private static final Duration LIMIT_USUAL = Duration.ofMinutes(1);
    private static final Duration LIMIT_MOST = Duration.ofHours(24);

    private Verdict() {}

    static Unfulfilled of(Answer answer, JsonNode body, Clock clock) {
        var error = body.path("code").asString("");
        var said = Parser.unescapeEntities(body.path("message").asString(""), false);
        var detail = (answer.status() + " " + said).strip();
        if (answer.status() == 429) {
            return new Unfulfilled(Kind.LIMITED, error, new Fault("limited", detail), wait(answer, clock));
        }
        if (answer.status() / 100 == 3) {
            var to = answer.header("location").orElse("");
            return failed(Kind.AWAY, error, "wordpress.moved", answer.status() + " " + to);
        }
        return error.isEmpty() ? strange(answer, detail) : own(answer.status(), body, error, detail);
    }

    /** Not in WordPress's words: a proxy, a firewall, a page about maintenance. */
    private static Unfulfilled strange(Answer answer, String detail) {
        if (answer.status() == 413) {
            return failed(Kind.REFUSED, "", "wordpress.too-large", detail);
        }
        return failed(Kind.UNSURE, "", answer.status() < 500 ? "garbage" : "server", detail);
    }

    private static Unfulfilled own(int status, JsonNode body, String error, String detail) {
        if (REFUSALS.containsKey(error)) {
            return failed(Kind.REFUSED, error, REFUSALS.get(error), detail);
        }
        if (error.equals("comment_flood")) {
            return new Unfulfilled(Kind.LIMITED, error, new Fault("limited", detail), FLOOD);
        }
        return switch (status) {
            case 401 -> failed(Kind.STRANGER, error, "wordpress.password", detail);
            case 403 -> failed(Kind.FORBIDDEN, error, "wordpress.may-not", detail);
            case 404 -> failed(Kind.AWAY, error, "wordpress.no-rest", detail);
            case 400 ->
                strangers(body)
                        ? failed(Kind.STRANGER, error, "wordpress.password", detail)
                        : failed(Kind.REFUSED, error, "wordpress.refused", detail);
            default -> failed(Kind.UNSURE, error, "server", detail);
        };
    }

    /** Who isn't signed in and asks for drafts is told that the parameter is wrong. */
    private static boolean strangers(JsonNode body) {
        return body.path("data")
                .path("details")
                .valueStream()
                .anyMatch(each -> each.path("data").path("status").asInt(0) == 401);
    }

    private static Unfulfilled failed(Kind kind, String error, String code, String detail) {
        return new Unfulfilled(kind, error, new Fault(code, detail), Unfulfilled.SOON);
    }

    private static Duration wait(Answer answer, Clock clock) {
        var said = answer.header("retry-after").map(String::strip).orElse("");
        var wait = said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said, clock);
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LIMIT_MOST) > 0 ? LIMIT_MOST : wait;
    }

    private static Duration until(String date, Clock clock) {
        try {
            return Duration.between(clock.instant(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return LIMIT_USUAL;
        }
    }
}
