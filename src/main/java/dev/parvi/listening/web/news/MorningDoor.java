package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Dawning;
import dev.parvi.listening.Morning;
import dev.parvi.team.Seat;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When the morning's mail goes out, and who wants it. */
@Controller
@RequestMapping("/b/{handle}/news/morning")
class MorningDoor {

    private final Dawning dawning;

    MorningDoor(Dawning dawning) {
        this.dawning = dawning;
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean on,
            Seat seat,
            Brand brand) {
        try {
            dawning.set(seat, at.isBlank() ? Morning.USUAL : LocalTime.parse(at), on);
        } catch (DateTimeException notOne) {
            return "redirect:/b/" + brand.handle() + "/news?trouble=listening.morning.notime#morning";
        }
        return "redirect:/b/" + brand.handle() + "/news?notice=listening.morning.said." + (on ? "on" : "off")
                + "#morning";
    }

    @PostMapping("/mine")
    String want(@RequestParam(defaultValue = "false") boolean wanted, Seat seat, Brand brand) {
        dawning.want(seat, wanted);
        return "redirect:/b/" + brand.handle() + "/news?notice=listening.morning.said." + (wanted ? "mine" : "notmine")
                + "#morning";
    }
}
