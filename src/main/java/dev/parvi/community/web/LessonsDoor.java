package dev.parvi.community.web;

import dev.parvi.community.Correcting;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the team has taught the desk, and how often it's right. */
@Controller
@RequestMapping("/b/{handle}/inbox/lessons")
class LessonsDoor {

    private final Correcting correcting;

    LessonsDoor(Correcting correcting) {
        this.correcting = correcting;
    }

    /** @param taught what was done just now, see {@link TaughtNotice} */
    @GetMapping
    String book(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "") String taught,
            Seat seat,
            Model model) {
        model.addAttribute("book", correcting.book(seat, before)).addAttribute("taught", TaughtNotice.of(taught));
        return "community/web/lessons";
    }
}
