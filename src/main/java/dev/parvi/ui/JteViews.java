package dev.parvi.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the template of a view's name, {@code today/web/today}, and gives it its {@link Page}. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "parvi.pages");
    private final Pages pages;

    JteViews(Pages pages) {
        this.pages = pages;
        engine.setTrimControlStructures(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template)
                ? (model, request, response) -> render(template, model, request, response)
                : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    void render(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var params = new HashMap<String, @Nullable Object>();
        if (model != null) {
            params.putAll(model);
        }
        params.keySet().removeIf(key -> key.startsWith("org.springframework."));
        params.putIfAbsent("page", pages.of(request));
        var out = new Encoded();
        engine.render(template, params, out);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(out.length());
        out.sendTo(response.getOutputStream());
    }
}
