package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Mixing;
import dev.parvi.shared.PillarId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The themes of the content, as wanted and as they are. */
@Controller
@RequestMapping("/b/{handle}/pillars")
public class PillarsDoor {

    private final Mixing mixing;

    PillarsDoor(Mixing mixing) {
        this.mixing = mixing;
    }

    @Bean
    static Door pillarsOnTheDoor() {
        return new Door("pillars", "/pillars", "pillars", 350, false);
    }

    /** @param pillar the one that was changed; 0 for a new one */
    public record Typed(long pillar, String name, String share) {}

    @GetMapping
    String all(Seat seat, Model model) {
        model.addAttribute("mixes", mixing.mixes()).addAttribute("writes", seat.may(Right.WRITE));
        return "planning/web/calendar/pillars";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String share,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            mixing.add(seat, name, share(share));
            return saved(brand);
        } catch (CannotPlan e) {
            return refused(new Typed(0, name, share), e, seat, model, response);
        }
    }

    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String share,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            mixing.change(seat, new PillarId(id), name, share(share));
            return saved(brand);
        } catch (CannotPlan e) {
            return refused(new Typed(id, name, share), e, seat, model, response);
        }
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        mixing.remove(seat, new PillarId(id));
        return saved(brand);
    }

    private String refused(Typed typed, CannotPlan e, Seat seat, Model model, HttpServletResponse response) {
        Refused.on(model, response, e).addAttribute("typed", typed);
        return all(seat, model);
    }

    private static int share(String typed) {
        try {
            return Integer.parseInt(typed.strip().replaceFirst("\\s*%$", ""));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String saved(Brand brand) {
        return "redirect:/b/" + brand.handle() + "/pillars?notice=planning.pillars.saved";
    }
}
