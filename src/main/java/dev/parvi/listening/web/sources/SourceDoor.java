package dev.parvi.listening.web.sources;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Following;
import dev.parvi.listening.Tuning;
import dev.parvi.shared.SourceId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One source: what members say of it, its record, and what can be done to it. */
@Controller
@RequestMapping("/b/{handle}/news/sources/{id:\\d+}")
class SourceDoor {

    private final Following following;
    private final Tuning tuning;
    private final Clock clock;

    SourceDoor(Following following, Tuning tuning, Clock clock) {
        this.following = following;
        this.tuning = tuning;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable long id, Seat seat, Model model) {
        model.addAttribute("source", following.one(seat, new SourceId(id)))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("now", clock.instant());
        return "listening/web/sources/source";
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "1") int weight,
            @RequestParam(defaultValue = "") String topics,
            Seat seat,
            Brand brand) {
        tuning.change(seat, new SourceId(id), new Tuning.Typed(name, language, weight, topics));
        return to(brand, "/" + id, "kept");
    }

    @PostMapping("/pause")
    String pause(@PathVariable long id, Seat seat, Brand brand) {
        following.pause(seat, new SourceId(id));
        return to(brand, "/" + id, "paused");
    }

    @PostMapping("/resumption")
    String resume(@PathVariable long id, Seat seat, Brand brand) {
        following.resume(seat, new SourceId(id));
        return to(brand, "/" + id, "resumed");
    }

    @PostMapping("/mute")
    String mute(@PathVariable long id, @RequestParam(defaultValue = "true") boolean muted, Seat seat, Brand brand) {
        following.mute(seat, new SourceId(id), muted);
        return to(brand, "/" + id, muted ? "muted" : "unmuted");
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        following.remove(seat, new SourceId(id));
        return to(brand, "", "removed");
    }

    private static String to(Brand brand, String path, String said) {
        return "redirect:/b/" + brand.handle() + "/news/sources" + path + "?notice=listening.sources.said." + said;
    }
}
