package dev.parvi.listening.web.networks;

import dev.parvi.brand.Brand;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.listening.TuningIn;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What networks offer to be followed, made of their descriptors. */
@Controller
@RequestMapping("/b/{handle}/news/networks")
class NetworksDoor {

    private final TuningIn tuningIn;

    NetworksDoor(TuningIn tuningIn) {
        this.tuningIn = tuningIn;
    }

    @GetMapping
    String choices(Seat seat, Model model) {
        return shown(seat, model, "", "", null);
    }

    @PostMapping
    String follow(
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            var followed = tuningIn.follow(seat, choice, typed);
            return "redirect:/b/" + brand.handle() + "/news/networks?notice=listening.networks."
                    + (followed.fresh() ? "added" : "known");
        } catch (ConnectorFailed e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(seat, model, choice, typed, e.fault());
        }
    }

    private String shown(Seat seat, Model model, String choice, String typed, @Nullable Fault fault) {
        model.addAttribute("choices", tuningIn.choices(seat))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("chosen", choice)
                .addAttribute("typed", typed)
                .addAttribute("fault", fault);
        return "listening/web/networks/networks";
    }
}
