package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.PublishOutcome.RetryAfter;
import dev.parvi.connector.Recording;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Every answer that an outcome depends on. */
class VerdictTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private static Unfulfilled of(Recording said) {
        var answer = new Answer(said.status(), said.headers(), said.body(), URI.create("https://blog.example.org/"));
        return Verdict.of(answer, body(said), CLOCK);
    }

    private static JsonNode body(Recording said) {
        try {
            return Recording.JSON.readTree(said.body());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String verdict(Recording said) {
        var failed = of(said);
        return failed.kind() + " " + failed.fault().code();
    }

    @Test
    void the_blogs_own_no_is_a_refusal_with_its_reason() {
        assertThat(verdict(Said.EMPTY_CONTENT)).isEqualTo("REFUSED wordpress.refused");
        assertThat(verdict(Said.POST_GONE)).isEqualTo("REFUSED wordpress.gone");
        assertThat(verdict(Said.COMMENT_GONE)).isEqualTo("REFUSED wordpress.gone");
        assertThat(verdict(Said.COMMENT_TRASHED)).isEqualTo("REFUSED wordpress.gone");
        assertThat(verdict(Said.COMMENT_TRASH_POST)).isEqualTo("REFUSED wordpress.gone");
        assertThat(verdict(Said.COMMENT_CLOSED)).isEqualTo("REFUSED wordpress.closed");
        assertThat(verdict(Said.COMMENT_DUPLICATE)).isEqualTo("REFUSED wordpress.duplicate");
        assertThat(verdict(Said.NO_SUCH_FILE_TYPE)).isEqualTo("REFUSED wordpress.picture");
        assertThat(verdict(Said.no(501, "rest_trash_not_supported", "No trash")))
                .isEqualTo("REFUSED wordpress.no-trash");
    }

    @Test
    void a_caller_it_does_not_know_is_a_stranger_whatever_the_status() {
        assertThat(of(Said.NOT_LOGGED_IN).kind()).isEqualTo(Kind.STRANGER);
        assertThat(of(Said.CANNOT_CREATE).kind()).isEqualTo(Kind.STRANGER);
        assertThat(of(Said.FORBIDDEN_STATUS).kind()).isEqualTo(Kind.STRANGER);
        assertThat(of(Said.FORBIDDEN_CONTEXT).kind()).isEqualTo(Kind.STRANGER);
        assertThat(of(Said.no(401, "incorrect_password", "Wrong")).kind()).isEqualTo(Kind.STRANGER);
        assertThat(of(Said.MAY_NOT_MAKE_TERMS).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void what_is_not_in_its_words_leaves_it_open() {
        assertThat(verdict(Recording.json(403, "<h1>Blocked by a firewall"))).isEqualTo("UNSURE garbage");
        assertThat(verdict(Recording.json(401, ""))).isEqualTo("UNSURE garbage");
        assertThat(verdict(Recording.json(503, "<h1>Maintenance"))).isEqualTo("UNSURE server");
        assertThat(verdict(Said.no(500, "internal_server_error", "There has been a critical error")))
                .isEqualTo("UNSURE server");
        assertThat(verdict(Recording.json(413, "<h1>Too large"))).isEqualTo("REFUSED wordpress.too-large");
    }

    @Test
    void a_move_or_a_missing_interface_has_done_nothing() {
        var moved = Said.with(Recording.json(301, ""), "location", "https://new.example.org/wp-json/");
        assertThat(verdict(moved)).isEqualTo("AWAY wordpress.moved");
        assertThat(of(moved).fault().detail()).contains("https://new.example.org/");
        assertThat(verdict(Said.NO_ROUTE)).isEqualTo("AWAY wordpress.no-rest");
    }

    @Test
    void a_limit_says_how_long_it_lasts() {
        assertThat(after("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(after("Mon, 23 Nov 2026 10:02:00 GMT")).isEqualTo(Duration.ofMinutes(2));
        assertThat(after("Mon, 23 Nov 2026 09:00:00 GMT")).isEqualTo(Duration.ofSeconds(1));
        assertThat(after("99999999")).isEqualTo(Duration.ofHours(24));
        assertThat(after("soon")).isEqualTo(Duration.ofMinutes(1));
        assertThat(of(Said.COMMENT_FLOOD).kind()).isEqualTo(Kind.LIMITED);
    }

    private static Duration after(String said) {
        var failed = of(Said.with(Recording.json(429, ""), "retry-after", said));
        assertThat(failed.kind()).isEqualTo(Kind.LIMITED);
        return ((RetryAfter) failed.outcome()).after();
    }

    @Test
    void its_words_are_read_by_people() {
        assertThat(of(Said.COMMENT_DUPLICATE).fault().detail()).endsWith("you’ve already said that!");
    }
}
