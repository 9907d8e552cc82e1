package dev.parvi.team.web;

import dev.parvi.team.HandOff;
import dev.parvi.team.Receiving;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case, for whoever holds its link; no account is needed, and nothing else is shown. */
@Controller
class HandedDoor {

    private final Receiving receiving;

    HandedDoor(Receiving receiving) {
        this.receiving = receiving;
    }

    @GetMapping("/handed/{token}")
    String open(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean told,
            Model model,
            HttpServletResponse response) {
        return shown(token, told, "", "", model, response);
    }

    @PostMapping("/handed/{token}")
    String reply(
            @PathVariable String token,
            @RequestParam HandOff.State state,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        if (!Receiving.fits(state, answer)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(token, false, answer, "team.handoff.fault.answer", model, response);
        }
        return receiving.reply(token, state, answer)
                ? "redirect:/handed/" + token + "?told=true"
                : shown(token, false, answer, "team.handoff.over", model, response);
    }

    private String shown(
            String token, boolean told, String typed, String fault, Model model, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        var found = receiving.open(token);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("key", "team.handoff.gone");
            return "ui/trouble";
        }
        model.addAttribute("handOff", found.get())
                .addAttribute("token", token)
                .addAttribute("told", told)
                .addAttribute("typed", typed)
                .addAttribute("fault", fault);
        return "team/web/handed";
    }
}
