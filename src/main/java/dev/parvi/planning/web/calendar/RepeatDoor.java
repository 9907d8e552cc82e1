package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Repeating;
import dev.parvi.shared.PostId;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a post come again. */
@Controller
@RequestMapping("/b/{handle}/posts/{id:\\d+}/repeat")
public class RepeatDoor {

    private static final String PAGE = "planning/web/calendar/repeat";
    private static final int WEEK = 7;

    private final Repeating repeating;

    RepeatDoor(Repeating repeating) {
        this.repeating = repeating;
    }

    /** What the form holds. */
    public record Form(
            String base, int every, boolean weeks, @Nullable LocalDate until, boolean set) {}

    @GetMapping
    String form(@PathVariable long id, Brand brand, Model model) {
        var base = base(brand, id);
        var form = repeating
                .of(new PostId(id))
                .map(repeat -> repeat.everyDays() % WEEK == 0
                        ? new Form(base, repeat.everyDays() / WEEK, true, repeat.until(), true)
                        : new Form(base, repeat.everyDays(), false, repeat.until(), true))
                .orElse(new Form(base, 1, true, null, false));
        model.addAttribute("form", form);
        return PAGE;
    }

    @PostMapping
    String set(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int every,
            @RequestParam(defaultValue = "weeks") String unit,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var weeks = unit.equals("weeks");
        try {
            if (until == null) {
                throw new CannotPlan("planning.repeat.baduntil");
            }
            repeating.set(seat, new PostId(id), weeks ? Math.clamp(every, 0, 1000) * WEEK : every, until);
            return "redirect:" + base(brand, id) + "?notice=planning.repeat.done";
        } catch (CannotPlan e) {
            Refused.on(model, response, e).addAttribute("form", new Form(base(brand, id), every, weeks, until, false));
            return PAGE;
        }
    }

    @PostMapping("/end")
    String stop(@PathVariable long id, Seat seat, Brand brand) {
        repeating.stop(seat, new PostId(id));
        return "redirect:" + base(brand, id) + "?notice=planning.repeat.stopped";
    }

    private static String base(Brand brand, long id) {
        return "/b/" + brand.handle() + "/posts/" + id;
    }
}
