package dev.parvi.audience.web;

import dev.parvi.audience.Briefing;
import dev.parvi.audience.Cherishing;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom ads should reach, which posts are worth paying for, and who matters without being paid. */
@Controller
@RequestMapping("/b/{handle}/audience")
class BriefDoor {

    private final Briefing briefing;
    private final Cherishing cherishing;

    BriefDoor(Briefing briefing, Cherishing cherishing) {
        this.briefing = briefing;
        this.cherishing = cherishing;
    }

    @GetMapping("/brief")
    String brief(Seat seat, Model model) {
        model.addAttribute("brief", briefing.brief(seat));
        return "audience/web/brief";
    }

    @GetMapping("/brief.csv")
    ResponseEntity<byte[]> csv(Seat seat) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audience-brief.csv")
                                .build()
                                .toString())
                .body(("\uFEFF" + briefing.csv(seat)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/who-matters")
    String matters(Seat seat, Model model) {
        model.addAttribute("cherished", cherishing.people(seat));
        return "audience/web/matters";
    }
}
