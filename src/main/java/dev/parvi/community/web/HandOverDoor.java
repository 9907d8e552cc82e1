package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.HandingOver;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Seat;
import dev.parvi.team.TypedHandOff;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A conversation goes to somebody whose job it is. */
@Controller
@RequestMapping("/b/{handle}/inbox/{id:\\d+}/hand-offs")
class HandOverDoor {

    private static final int DAYS_TO_ANSWER = 1;
    private static final HandOff.Job USUAL_JOB = HandOff.Job.SUPPORT;

    private final HandingOver handingOver;
    private final HandingOff handingOff;
    private final Pages pages;
    private final Clock clock;

    HandOverDoor(HandingOver handingOver, HandingOff handingOff, Pages pages, Clock clock) {
        this.handingOver = handingOver;
        this.handingOff = handingOff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable long id, Seat seat, Brand brand, Model model) {
        var now = LocalDateTime.ofInstant(clock.instant(), brand.zone());
        return shown(id, seat, TypedHandOff.shown(Map.of(), USUAL_JOB, now, DAYS_TO_ANSWER), Map.of(), "", model);
    }

    @PostMapping
    String give(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            HttpServletRequest asked,
            HttpServletResponse response,
            Model model) {
        var request = new TypedHandOff(typed, USUAL_JOB, brand.zone()).request();
        var faults = handingOff.faults(request);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(id, seat, typed, faults, "", model);
        }
        return handingOver
                .give(seat, new ConversationId(id), request, pages.locale(asked))
                .map(link -> shown(id, seat, Map.of(), Map.of(), link, model))
                .orElse("redirect:/b/" + brand.handle() + "/inbox/" + id + "?notice=community.handed");
    }

    private String shown(
            long id, Seat seat, Map<String, String> typed, Map<String, String> faults, String link, Model model) {
        model.addAttribute("handed", handingOver.of(seat, new ConversationId(id)))
                .addAttribute("id", id)
                .addAttribute("byMail", handingOff.byMail())
                .addAttribute("typed", typed)
                .addAttribute("faults", faults)
                .addAttribute("link", link);
        return "community/web/handover";
    }
}
