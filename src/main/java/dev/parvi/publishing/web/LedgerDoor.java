package dev.parvi.publishing.web;

import dev.parvi.brand.Brand;
import dev.parvi.publishing.Ledger.Mark;
import dev.parvi.publishing.Ledger.Show;
import dev.parvi.publishing.Steering;
import dev.parvi.publishing.Watching;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of a brand, and the one button that pauses everything it sends. */
@Controller
@RequestMapping("/b/{handle}")
class LedgerDoor {

    private final Watching watching;
    private final Steering steering;

    LedgerDoor(Watching watching, Steering steering) {
        this.watching = watching;
        this.steering = steering;
    }

    @Bean
    static Door ledgerOnTheDoor() {
        return new Door("deliveries", "/deliveries", "ledger", 360, false);
    }

    @GetMapping("/deliveries")
    String ledger(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String after,
            Seat seat,
            Model model) {
        model.addAttribute("ledger", watching.ledger(chosen(show), Mark.read(after)))
                .addAttribute("steers", seat.may(Right.STEER));
        return "publishing/web/ledger";
    }

    @PostMapping("/pause")
    String pause(Seat seat, Brand brand) {
        steering.pause(seat);
        return "redirect:/b/" + brand.handle() + "/deliveries";
    }

    @PostMapping("/resume")
    String resume(Seat seat, Brand brand) {
        steering.resume(seat);
        return "redirect:/b/" + brand.handle() + "/deliveries?notice=publishing.resumed";
    }

    private static Show chosen(String show) {
        return switch (show) {
            case "needs" -> Show.NEEDS;
            case "going" -> Show.GOING;
            case "published" -> Show.PUBLISHED;
            default -> Show.ALL;
        };
    }
}
