package dev.parvi.planning.web.calendar;

import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Importing;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes in posts from a table: first shown line by line, then confirmed. */
@Controller
@RequestMapping("/b/{handle}/calendar/import")
class ImportDoor {

    private static final String FORM = "planning/web/calendar/import";
    private static final String LINES = "planning/web/calendar/lines";

    private final Importing importing;

    ImportDoor(Importing importing) {
        this.importing = importing;
    }

    @GetMapping
    String form() {
        return FORM;
    }

    @PostMapping
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Seat seat,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new CannotPlan("planning.import.nofile");
            }
            model.addAttribute("result", importing.preview(seat, file.getBytes()));
            return LINES;
        } catch (CannotPlan e) {
            Refused.on(model, response, e);
            return FORM;
        }
    }

    @PostMapping("/{file:\\d+}/confirmation")
    String confirm(@PathVariable long file, Seat seat, Model model, HttpServletResponse response) {
        var result = importing.confirm(seat, file);
        if (result.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", new Refused("planning.import.gone", new Object[0]));
            return FORM;
        }
        model.addAttribute("result", result.get());
        return LINES;
    }
}
