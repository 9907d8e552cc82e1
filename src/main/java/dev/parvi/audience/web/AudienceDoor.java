package dev.parvi.audience.web;

import dev.parvi.audience.Crowd.Which;
import dev.parvi.audience.Growing;
import dev.parvi.audience.Meeting;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the audience grows, and who they are. */
@Controller
@RequestMapping("/b/{handle}/audience")
class AudienceDoor {

    private static final int ORDER = 430;

    private final Growing growing;
    private final Meeting meeting;

    AudienceDoor(Growing growing, Meeting meeting) {
        this.growing = growing;
        this.meeting = meeting;
    }

    @Bean
    static Door audienceDoor() {
        return new Door("audience", "/audience", "heart", ORDER, false);
    }

    @GetMapping
    String growth(Seat seat, Model model) {
        var growth = growing.growth(seat);
        model.addAttribute("growth", growth)
                .addAttribute("chart", GrowthChart.of(growth.weeks()))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "audience/web/growth";
    }

    /** @param before where the page before ended */
    @GetMapping("/people")
    String people(
            @RequestParam(defaultValue = "ALL") Which fit,
            @RequestParam(defaultValue = "0") long before,
            Seat seat,
            Model model) {
        model.addAttribute("crowd", meeting.people(seat, fit, before))
                .addAttribute("which", fit)
                .addAttribute("first", before == 0);
        return "audience/web/people";
    }
}
