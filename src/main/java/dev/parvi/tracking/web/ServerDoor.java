package dev.parvi.tracking.web;

import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Told;
import dev.parvi.tracking.Told.Via;
import dev.parvi.tracking.Trusting;
import dev.parvi.tracking.Trusting.Trusted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code POST /t/conversions} and {@code /t/calls}, for servers and telephone systems that hold a key. */
@Component
class ServerDoor {

    private static final int BODY_MOST = 8_000;
    private static final int UNKNOWN = HttpServletResponse.SC_UNAUTHORIZED;

    private final Trusting trusting;
    private final Clock clock;

    ServerDoor(Trusting trusting, Clock clock) {
        this.trusting = trusting;
        this.clock = clock;
    }

    void answer(String door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method: POST");
            return;
        }
        if (!trusting.mayTry(request.getRemoteAddr())) {
            say(response, 429, "too many");
            return;
        }
        var bytes = Body.bytes(request, BODY_MOST);
        if (bytes.length > BODY_MOST) {
            say(response, 413, "body: at most " + BODY_MOST + " bytes");
            return;
        }
        var trusted = trusted(request, bytes);
        var body = Body.of(bytes);
        if (trusted.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            say(response, UNKNOWN, "key: not known");
        } else if (body.isEmpty()) {
            say(response, HttpServletResponse.SC_BAD_REQUEST, "body: a JSON object");
        } else {
            tell(door, trusted.get(), body.get(), request, response);
        }
    }

    private void tell(String door, Trusted by, Body body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var call = door.equals("calls");
        var value = body.amount("value");
        var at = body.instant("at");
        if (value.isPresent() && value.get().isEmpty()
                || at.isPresent() && at.get().isEmpty()) {
            say(
                    response,
                    422,
                    value.isPresent() && value.get().isEmpty() ? "value: a number" : "at: as 2026-01-31T12:00:00Z");
            return;
        }
        var told = Told.of(
                call ? "called" : body.text("name", 60),
                at.flatMap(each -> each).orElseGet(this::now),
                value.flatMap(each -> each).orElse(null),
                body.text("currency", 10),
                once(request),
                body.text("link", 20),
                body.text("number", 60));
        var answer = trusting.tell(
                by, told, call ? Via.PHONE : Via.SERVER, visitor(body).orElse(null));
        say(
                response,
                answer.status(),
                answer == Trusting.Answer.WRONG ? told.fault().orElse("at: within the last seven days") : "");
    }

    private Instant now() {
        return clock.instant();
    }

    private static Optional<Caller> visitor(Body body) {
        return body.object("visitor")
                .map(each -> new Caller(each.text("address", 60), each.text("agent", 512), false))
                .filter(each -> !each.address().isEmpty());
    }

    private Optional<Trusted> trusted(HttpServletRequest request, byte[] body) {
        var bearer = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        return bearer.startsWith("Bearer ")
                ? trusting.bearer(bearer.substring("Bearer ".length()).strip())
                : trusting.signed(
                        header(request, "Parvi-Key"),
                        header(request, "Parvi-Time"),
                        header(request, "Parvi-Signature"),
                        request.getRequestURI(),
                        once(request),
                        body);
    }

    private static String once(HttpServletRequest request) {
        return header(request, "Idempotency-Key");
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static void say(HttpServletResponse response, int status, String wrong) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        var said = new LinkedHashMap<String, Object>(Map.of("counted", status == 201));
        if (!wrong.isEmpty()) {
            said.put("wrong", wrong);
        }
        response.getOutputStream().write(Body.json(said));
    }
}
