package dev.parvi.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Says what went wrong, as a page or, where a part of a page was asked for, as a part. Each says what to do, and nothing
 * typed is lost.
 */
@Component
public class Troubles {

    /** Tells the script of a page that the answer is words to show, not a part to put in place. */
    static final String MARK = "X-Trouble";

    private final JteViews views;

    Troubles(JteViews views) {
        this.views = views;
    }

    /** One typed value, to be sent again. */
    public record Typed(String name, String value) {}

    /** The sign-in has run out while a form or a part of a page was asked for: 401. */
    public void signedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (isPart(request)) {
            part("ui.signedout.part", request, response);
        } else {
            var model = Map.of("typed", typed(request), "multipart", isMultipart(request));
            views.render("ui/signedout.jte", model, request, response);
        }
    }

    /** A form whose token doesn't fit this browser, or isn't there: 403. */
    public void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say("ui.stale", HttpServletResponse.SC_FORBIDDEN, "", request, response);
    }

    /**
     * Any other trouble.
     *
     * @param key {@code <key>.title} and {@code <key>.lead} are its words
     * @param reference the number under which it was written down; empty for none
     */
    public void say(String key, int status, String reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        if (isPart(request)) {
            part(key + ".lead", request, response);
        } else {
            views.render("ui/trouble.jte", Map.of("key", key, "reference", reference), request, response);
        }
    }

    private void part(String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(MARK, "yes");
        views.render("ui/troublepart.jte", Map.of("key", key), request, response);
    }

    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static List<Typed> typed(HttpServletRequest request) {
        var typed = new ArrayList<Typed>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                for (var value : values) {
                    typed.add(new Typed(name, value));
                }
            }
        });
        return typed;
    }
}
