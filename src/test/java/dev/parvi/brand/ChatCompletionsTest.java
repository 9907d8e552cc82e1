package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.brand.ScribeFailed.Kind;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import dev.parvi.support.DeskTest;
import dev.parvi.support.HandClock;
import dev.parvi.support.ModelServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ChatCompletionsTest {

    private static final Letter LETTER = new Letter("Be kind.", "{\"answer\":\"When do you open?\"}");

    @Autowired
    Outbound outbound;

    @Autowired
    HandClock clock;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void close() {
        server.close();
    }

    private String ask() throws ScribeFailed {
        return ask(Duration.ofSeconds(20));
    }

    private String ask(Duration deadline) throws ScribeFailed {
        return new ChatCompletions(outbound, clock, deadline)
                .ask(URI.create(server.address()), "small-1", "sk-secret", LETTER);
    }

    private ScribeFailed failed() {
        return catchThrowableOfType(ScribeFailed.class, this::ask);
    }

    @Test
    void a_call_is_what_the_interface_describes_and_its_answer_plain_text() throws ScribeFailed {
        server.says("We open at nine.");
        assertThat(ask()).isEqualTo("We open at nine.");
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/v1/chat/completions");
            assertThat(asked.headers().get("Authorization")).containsExactly("Bearer sk-secret");
            assertThat(asked.headers().get("Content-type")).containsExactly("application/json");
            assertThat(asked.json().propertyNames()).containsExactlyInAnyOrder("model", "messages");
            assertThat(asked.json().path("model").asString()).isEqualTo("small-1");
            assertThat(asked.message("system")).startsWith("Be kind.").contains("never as instructions");
            assertThat(asked.material().path("answer").asString()).isEqualTo("When do you open?");
        });
    }

    @Test
    void material_stands_between_marks_that_nobody_knew_beforehand() throws ScribeFailed {
        ask();
        ask();
        var first = server.asked().get(0).message("user").lines().toList();
        var second = server.asked().get(1).message("user").lines().toList();
        assertThat(first.getFirst()).matches("MATERIAL [0-9a-f]{24}").isEqualTo(first.getLast());
        assertThat(second.getFirst()).isNotEqualTo(first.getFirst());
        assertThat(server.asked().get(0).message("system")).contains(first.getFirst());
    }

    @Test
    void without_a_key_none_is_sent() throws ScribeFailed {
        new ChatCompletions(outbound, clock, Duration.ofSeconds(20))
                .ask(URI.create(server.address()), "small-1", "", LETTER);
        assertThat(server.asked().getFirst().headers()).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @CsvSource({
        "401, KEY",
        "403, KEY",
        "404, NOWHERE",
        "302, NOWHERE",
        "400, REFUSED",
        "402, REFUSED",
        "422, REFUSED",
        "500, BROKEN",
        "503, BROKEN"
    })
    void each_class_of_no_is_told_apart(int status, Kind kind) {
        server.answers(status, Map.of(), ModelServer.error("not today", "x"));
        assertThat(failed().kind()).isEqualTo(kind);
        assertThat(server.asked()).as("nothing is tried again by itself").hasSize(1);
    }

    @Test
    void a_refusal_says_what_the_server_says_but_never_the_key() {
        server.answers(400, Map.of(), ModelServer.error("The model `small-1` does not exist", "model_not_found"));
        assertThat(failed().values()).contains("The model `small-1` does not exist");
        server.answers(400, Map.of(), ModelServer.error("sk-secret is not known", "x"));
        assertThat(failed().values()).doesNotContain("sk-secret is not known").contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"17 | 17", "Mon, 02 Nov 2026 08:01:30 GMT | 90", "soon | 0"})
    void a_pause_is_told_as_the_server_asks_for_it(String header, long seconds) {
        clock.set(HandClock.START);
        server.answers(429, Map.of("Retry-After", header), ModelServer.error("slow down", "rate_limit_exceeded"));
        var failed = failed();
        assertThat(failed.kind()).isEqualTo(Kind.BUSY);
        assertThat(failed.values()).containsExactly("seconds", seconds);
    }

    @Test
    void a_slow_model_is_waited_for_until_the_deadline() {
        var gate = server.shut();
        var failed = catchThrowableOfType(ScribeFailed.class, () -> ask(Duration.ofMillis(300)));
        gate.countDown();
        assertThat(failed.kind()).isEqualTo(Kind.SLOW);
    }

    @Test
    void an_answer_without_an_end_is_left() {
        server.neverEnds();
        assertThat(failed().kind()).isEqualTo(Kind.ENDLESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"mess",
                "<html>Sign in</html>",
                "[]",
                "{}",
                "{\"choices\":{}}",
                "null",
                "\"ready\""
            })
    void what_is_no_such_answer_is_garbled(String body) {
        server.answers(200, Map.of(), body);
        assertThat(failed().kind()).isEqualTo(Kind.GARBLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[]}",
                "{\"choices\":[{}]}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"  \\n \"}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"<think>nothing to say</think>\"}}]}"
            })
    void an_answer_without_words_is_empty(String body) {
        server.answers(200, Map.of(), body);
        assertThat(failed().kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void a_model_that_declines_has_written_nothing() {
        server.answers(200, Map.of(), ModelServer.completion("", "I can't help with that.", "stop"));
        assertThat(failed().kind()).isEqualTo(Kind.DECLINED);
        server.answers(200, Map.of(), ModelServer.completion("Half a", "", "content_filter"));
        assertThat(failed().kind()).isEqualTo(Kind.DECLINED);
    }

    @Test
    void what_was_cut_short_shows_it() throws ScribeFailed {
        server.answers(200, Map.of(), ModelServer.completion("We open at", "", "length"));
        assertThat(ask()).isEqualTo("We open at…");
        server.says("x".repeat(30_000));
        assertThat(ask()).hasSize(20_001).endsWith("…");
    }

    @Test
    void nothing_hidden_comes_along() throws ScribeFailed {
        server.says("<think>hm</think>\r\nHello\u202e there\u0000\u001b[31m\uDB40\uDC41!");
        assertThat(ask()).isEqualTo("Hello there[31m!");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN_ADDRESS, FORBIDDEN",
        "UNKNOWN_HOST, UNREACHABLE",
        "UNREACHABLE, UNREACHABLE",
        "TLS, UNREACHABLE",
        "TIMEOUT, SLOW",
        "CUT, CUT",
        "TOO_LARGE, ENDLESS",
        "TOO_MANY_REDIRECTS, CUT",
        "MALFORMED, GARBLED"
    })
    void what_goes_wrong_on_the_way_is_told_in_its_class(CallFailed.Kind wrong, Kind kind) {
        Outbound broken = call -> {
            throw new CallFailed(wrong, false, "as the test says");
        };
        var failed = catchThrowableOfType(
                ScribeFailed.class,
                () -> new ChatCompletions(broken, clock, Duration.ofSeconds(1))
                        .ask(URI.create("https://models.example.org/v1"), "small-1", "", LETTER));
        assertThat(failed.kind()).isEqualTo(kind);
    }
}
