package dev.parvi.planning.web.calendar;

import dev.parvi.planning.CannotPlan;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** Why something wasn't done: a message with its values. */
public record Refused(String key, Object[] values) {

    /** Says it on the page that is shown again: 409. */
    static Model on(Model model, HttpServletResponse response, CannotPlan refused) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return model.addAttribute("refused", of(refused));
    }

    private static Refused of(CannotPlan refused) {
        return new Refused(refused.key(), refused.values());
    }
}
