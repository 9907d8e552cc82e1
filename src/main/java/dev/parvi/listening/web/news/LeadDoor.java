package dev.parvi.listening.web.news;

import dev.parvi.listening.Leading;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far ahead of the audience we are, with its history. */
@Controller
class LeadDoor {

    private final Leading leading;

    LeadDoor(Leading leading) {
        this.leading = leading;
    }

    @GetMapping("/b/{handle}/news/lead")
    String lead(Seat seat, Model model) {
        model.addAttribute("lead", leading.record(seat));
        return "listening/web/news/lead";
    }
}
