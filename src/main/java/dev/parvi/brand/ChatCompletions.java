package dev.parvi.brand;

import dev.parvi.brand.ScribeFailed.Kind;
import dev.parvi.platform.Answer;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the chat completions interface, as its reference describes it (create chat completion): {@code model} and
 * {@code messages} there, {@code choices[0].message} with {@code content} or {@code refusal} back. Only these two fields are
 * sent, since servers that call themselves compatible differ in all others.
 */
final class ChatCompletions {

    /** Somebody waits for it before a page. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final int BYTES = 1_000_000;
    private static final int LONGEST = 20_000;
    private static final int DETAIL = 200;
    private static final int LONGEST_WAIT = 86_400;

    /** Models that think aloud do so first, between these. */
    private static final Pattern THOUGHTS = Pattern.compile("^\\s*<think>.*?</think>", Pattern.DOTALL);

    /** What is read otherwise than it looks: controls, marks that turn the direction, tags that show nothing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|[\\x{E0000}-\\x{E007F}]");

    private final Outbound outbound;
    private final Clock clock;
    private final Duration deadline;
    private final JsonMapper json = new JsonMapper();

    ChatCompletions(Outbound outbound, Clock clock, Duration deadline) {
        this.outbound = outbound;
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * Asks once and waits; what comes is plain text of at most 20,000 characters.
     *
     * @param key empty for none
     */
    String ask(URI address, String model, String key, Letter letter) throws ScribeFailed {
        var fenced = letter.fenced();
        var messages = List.of(
                Map.of("role", "system", "content", fenced.system()), Map.of("role", "user", "content", fenced.user()));
        var call = Call.json(
                        URI.create(address + "/chat/completions"),
                        json.writeValueAsString(Map.of("model", model, "messages", messages)))
                .with("accept", "application/json")
                .within(deadline)
                .atMost(BYTES);
        var answer = called(key.isEmpty() ? call : call.with("authorization", "Bearer " + key));
        if (!answer.ok()) {
            throw refused(answer, key);
        }
        return text(answer);
    }

    private Answer called(Call call) throws ScribeFailed {
        try {
            return outbound.call(call);
        } catch (CallFailed e) {
            throw switch (e.kind()) {
                case FORBIDDEN_ADDRESS -> new ScribeFailed(Kind.FORBIDDEN);
                case UNKNOWN_HOST, UNREACHABLE, TLS -> new ScribeFailed(Kind.UNREACHABLE);
                case TIMEOUT -> new ScribeFailed(Kind.SLOW, "seconds", deadline.toSeconds());
                case TOO_LARGE -> new ScribeFailed(Kind.ENDLESS);
                case MALFORMED -> new ScribeFailed(Kind.GARBLED);
                case CUT, TOO_MANY_REDIRECTS -> new ScribeFailed(Kind.CUT);
            };
        }
    }

    private ScribeFailed refused(Answer answer, String key) {
        var status = answer.status();
        if (status == 401 || status == 403) {
            return new ScribeFailed(Kind.KEY, "status", status);
        }
        if (status == 404 || status / 100 == 3) {
            return new ScribeFailed(Kind.NOWHERE, "status", status);
        }
        if (status == 429) {
            return new ScribeFailed(
                    Kind.BUSY,
                    "seconds",
                    answer.header("retry-after").map(this::seconds).orElse(0L));
        }
        return status >= 500
                ? new ScribeFailed(Kind.BROKEN, "status", status)
                : new ScribeFailed(Kind.REFUSED, "status", status, "detail", detail(answer, key));
    }

    /** Seconds or a date, as HTTP has it; what can't be read says nothing. */
    private long seconds(String header) {
        if (header.strip().matches("\\d{1,9}")) {
            return Math.min(LONGEST_WAIT, Long.parseLong(header.strip()));
        }
        try {
            var until = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Math.clamp(
                    Duration.between(clock.instant(), until.toInstant()).toSeconds(), 0, LONGEST_WAIT);
        } catch (DateTimeException e) {
            return 0;
        }
    }

    /** What the other side says is wrong; nothing where it repeats the key. */
    private String detail(Answer answer, String key) {
        var said = parsed(answer)
                .map(body -> body.path("error").path("message").asString(""))
                .map(ChatCompletions::plain)
                .orElse("");
        if (!key.isEmpty() && said.contains(key)) {
            return "";
        }
        return said.length() <= DETAIL ? said : cut(said, DETAIL) + "…";
    }

    private String text(Answer answer) throws ScribeFailed {
        var choices = parsed(answer)
                .map(body -> body.path("choices"))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new ScribeFailed(Kind.GARBLED));
        var choice = choices.path(0);
        var message = choice.path("message");
        var reason = choice.path("finish_reason").asString("");
        if (reason.equals("content_filter")
                || !message.path("refusal").asString("").isBlank()) {
            throw new ScribeFailed(Kind.DECLINED);
        }
        var text = plain(message.path("content").asString(""));
        if (text.isEmpty()) {
            throw new ScribeFailed(Kind.EMPTY);
        }
        return text.length() > LONGEST || reason.equals("length") ? cut(text, LONGEST) + "…" : text;
    }

    private Optional<JsonNode> parsed(Answer answer) {
        try {
            return Optional.of(json.readTree(answer.text()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        var said = THOUGHTS.matcher(text.replace("\r\n", "\n")).replaceFirst("");
        return UNSEEN.matcher(said).replaceAll("").strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
