package dev.parvi.listening.web.mentions;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Mentioning;
import dev.parvi.listening.Mentioning.Added;
import dev.parvi.listening.WatchedName.Whose;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The names of the brand and of its competitors that are looked for. */
@Controller
@RequestMapping("/b/{handle}/news/mentions")
class MentionsDoor {

    private final Mentioning mentioning;

    MentionsDoor(Mentioning mentioning) {
        this.mentioning = mentioning;
    }

    @GetMapping
    String all(Seat seat, Model model) {
        return shown(seat, model, Whose.OURS, "", Added.DONE);
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "OURS") Whose whose,
            @RequestParam(defaultValue = "") String name,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var added = mentioning.add(seat, whose, name);
        if (added == Added.DONE) {
            return "redirect:/b/" + brand.handle() + "/news/mentions?notice=listening.names.added";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, model, whose, name, added);
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        mentioning.remove(seat, id);
        return "redirect:/b/" + brand.handle() + "/news/mentions?notice=listening.names.removed";
    }

    private String shown(Seat seat, Model model, Whose whose, String name, Added added) {
        model.addAttribute("names", mentioning.names(seat))
                .addAttribute("places", mentioning.places(seat))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("whose", whose)
                .addAttribute("typed", name)
                .addAttribute("added", added);
        return "listening/web/mentions/mentions";
    }
}
