package dev.parvi.tracking.web;

import dev.parvi.platform.Sound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small JSON object that a stranger sent. */
record Body(JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AMOUNT_MOST = 20;

    /** Empty where it's longer than that, or no JSON object. */
    static Optional<Body> read(HttpServletRequest request, int most) throws IOException {
        var bytes = bytes(request, most);
        return bytes.length > most ? Optional.empty() : of(bytes);
    }

    /** At most one more than allowed, however much is sent. */
    static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        return request.getInputStream().readNBytes(most + 1);
    }

    static Optional<Body> of(byte[] bytes) {
        try {
            var json = JSON.readTree(bytes);
            return json != null && json.isObject() ? Optional.of(new Body(json)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] tel(String number) {
        return JSON.writeValueAsString(Map.of("tel", number)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] json(Map<String, ?> said) {
        return JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty where it isn't there or no text; cut at so many characters. */
    String text(String name, int most) {
        var there = json.get(name);
        if (there == null || !there.isString() && !there.isNumber()) {
            return "";
        }
        var text = Sound.text(there.asString());
        return text.length() > most ? text.substring(0, most) : text;
    }

    boolean is(String name) {
        var there = json.get(name);
        return there != null && there.isBoolean() && there.asBoolean();
    }

    /** Empty where none was sent; holding nothing where it is no number. */
    Optional<Optional<BigDecimal>> amount(String name) {
        var there = json.get(name);
        if (there == null || there.isNull()) {
            return Optional.empty();
        }
        var text = text(name, AMOUNT_MOST + 1);
        return Optional.of(
                text.length() <= AMOUNT_MOST && text.matches("-?\\d+(\\.\\d+)?")
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty());
    }

    /** As {@link #amount}. */
    Optional<Optional<Instant>> instant(String name) {
        var there = json.get(name);
        if (there == null || there.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.of(Instant.parse(text(name, 40))));
        } catch (DateTimeParseException e) {
            return Optional.of(Optional.empty());
        }
    }

    Optional<Body> object(String name) {
        var there = json.get(name);
        return there != null && there.isObject() ? Optional.of(new Body(there)) : Optional.empty();
    }
}
