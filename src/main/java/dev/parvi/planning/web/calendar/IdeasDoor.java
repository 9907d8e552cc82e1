package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Jotting;
import dev.parvi.shared.IdeaId;
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

/** The backlog of thoughts and links. */
@Controller
@RequestMapping("/b/{handle}/ideas")
public class IdeasDoor {

    private final Jotting jotting;

    IdeasDoor(Jotting jotting) {
        this.jotting = jotting;
    }

    @Bean
    static Door ideasOnTheDoor() {
        return new Door("ideas", "/ideas", "ideas", 330, false);
    }

    /** What was typed. */
    public record Typed(String text, String link, String tags) {}

    @GetMapping
    String all(@RequestParam(defaultValue = "") String tag, Seat seat, Model model) {
        model.addAttribute("ideas", jotting.all(tag.strip()))
                .addAttribute("tag", tag.strip())
                .addAttribute("writes", seat.may(Right.WRITE));
        return "planning/web/calendar/ideas";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String tags,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            jotting.add(seat, text, link, tags);
            return "redirect:/b/" + brand.handle() + "/ideas?notice=planning.ideas.kept";
        } catch (CannotPlan e) {
            Refused.on(model, response, e).addAttribute("typed", new Typed(text, link, tags));
            return all("", seat, model);
        }
    }

    @PostMapping("/{id:\\d+}/post")
    String write(@PathVariable long id, Seat seat, Brand brand) {
        return jotting.write(seat, new IdeaId(id))
                .map(post -> "redirect:/b/" + brand.handle() + "/posts/" + post)
                .orElse("redirect:/b/" + brand.handle() + "/ideas?notice=planning.ideas.gone");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        jotting.remove(seat, new IdeaId(id));
        return "redirect:/b/" + brand.handle() + "/ideas?notice=planning.ideas.dropped";
    }
}
