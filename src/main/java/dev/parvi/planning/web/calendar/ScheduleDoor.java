package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.AlreadyUnderWay;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Doubtful;
import dev.parvi.planning.Scheduling;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says when a post goes out. What is refused is shown on a page of its own, with what was typed. */
@Controller
@RequestMapping("/b/{handle}/posts/{id:\\d+}")
class ScheduleDoor {

    private static final String REFUSED = "planning/web/calendar/plan";

    private final Scheduling scheduling;

    ScheduleDoor(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    /** Something that plans a post, or doesn't. */
    private interface Planning {
        void go(PostId post);
    }

    @PostMapping("/schedule")
    String at(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(required = false) WallTime.@Nullable Choice choice,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var local = local(at);
        return answered(id, at, "scheduled", brand, model, response, post -> {
            if (local == null) {
                throw new CannotPlan("planning.schedule.badtime");
            }
            scheduling.at(seat, post, local, choice);
        });
    }

    @PostMapping("/slot")
    String slot(@PathVariable long id, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        return answered(id, "", "scheduled", brand, model, response, post -> scheduling.nextSlot(seat, post));
    }

    @PostMapping("/publication")
    String now(@PathVariable long id, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        return answered(id, "", "now", brand, model, response, post -> scheduling.now(seat, post));
    }

    @PostMapping("/unplanning")
    String off(@PathVariable long id, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        return answered(id, "", "off", brand, model, response, post -> scheduling.unplan(seat, post));
    }

    private static String answered(
            long id,
            String typed,
            String done,
            Brand brand,
            Model model,
            HttpServletResponse response,
            Planning planning) {
        var post = new PostId(id);
        model.addAttribute("panel", SchedulePanel.typed(brand.handle(), post, typed));
        try {
            planning.go(post);
            return "redirect:/b/" + brand.handle() + "/posts/" + id + "?notice=planning.schedule.done." + done;
        } catch (CannotPlan e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", new Refused(e.key(), e.values()));
        } catch (AlreadyUnderWay e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", new Refused("planning.cannot.underway", new Object[0]));
        } catch (Doubtful e) {
            model.addAttribute("reading", e.reading());
        }
        return REFUSED;
    }

    /** What a field for date and time sends; seconds are left out by most browsers. */
    private static @Nullable LocalDateTime local(String typed) {
        try {
            return LocalDateTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
