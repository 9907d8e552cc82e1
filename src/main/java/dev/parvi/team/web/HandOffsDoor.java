package dev.parvi.team.web;

import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Receiving;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of a brand that were given to somebody, and those the reader was given. */
@Controller
public class HandOffsDoor {

    private static final int ORDER = 120;

    private final HandingOff handingOff;
    private final Clock clock;

    HandOffsDoor(HandingOff handingOff, Clock clock) {
        this.handingOff = handingOff;
        this.clock = clock;
    }

    @Bean
    static Door handOffsNavigation() {
        return new Door("handoffs", "/hand-offs", "out", ORDER, false);
    }

    /** What was typed for one of them. @param fault the message that says how to mend it; empty for none */
    public record Typed(long id, String answer, String fault) {}

    @GetMapping("/b/{handle}/hand-offs")
    String all(Seat seat, Model model) {
        return shown(seat, new Typed(0, "", ""), model);
    }

    @PostMapping("/b/{handle}/hand-offs/{id}/reply")
    String reply(
            Seat seat,
            @PathVariable String handle,
            @PathVariable long id,
            @RequestParam HandOff.State state,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        if (!Receiving.fits(state, answer)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(seat, new Typed(id, answer, "team.handoff.fault.answer"), model);
        }
        var was = handingOff.reply(seat, id, state, answer);
        return back(handle, was ? "?notice=team.handoff.told" : "?trouble=team.handoff.over");
    }

    @PostMapping("/b/{handle}/hand-offs/{id}/withdrawal")
    String withdraw(Seat seat, @PathVariable String handle, @PathVariable long id) {
        var was = handingOff.withdraw(seat, id);
        return back(handle, was ? "?notice=team.handoff.back" : "?trouble=team.handoff.over");
    }

    private String shown(Seat seat, Typed typed, Model model) {
        model.addAttribute("handOffs", handingOff.all(seat))
                .addAttribute("seat", seat)
                .addAttribute("gives", seat.may(Right.MODERATE))
                .addAttribute("now", clock.instant())
                .addAttribute("typed", typed);
        return "team/web/handoffs";
    }

    private static String back(String handle, String said) {
        return "redirect:/b/" + handle + "/hand-offs" + said;
    }
}
