package dev.parvi.ui;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Page parts whose template is known at run time only, such as a network's preview: a template can't name those itself. */
@Component
public class Parts {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "parvi.pages");

    public Parts() {
        engine.setTrimControlStructures(true);
    }

    /** @param view as a controller names it, {@code connector/page/preview} */
    public Content of(String view, Map<String, Object> parameters) {
        return output -> engine.render(view + ".jte", parameters, output);
    }

    /** As {@link #of}, drawn now: for what is kept and shown again. It must hold nothing of the reader, no token either. */
    public Content drawn(String view, Map<String, Object> parameters) {
        var drawn = new Encoded();
        engine.render(view + ".jte", parameters, drawn);
        var bytes = drawn.toBytes();
        return output -> output.writeBinaryContent(bytes);
    }
}
