package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.HandingOver;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Seat;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
        var tomorrow = LocalDateTime.ofInstant(clock.instant(), brand.zone())
                .plusDays(1)
                .truncatedTo(ChronoUnit.HOURS);
        return shown(id, seat, Map.of("by", tomorrow.toString()), Map.of(), "", model);
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
        var request = request(typed, brand.zone());
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

    private HandingOff.Request request(Map<String, String> typed, ZoneId zone) {
        var job = typed.getOrDefault("job", "");
        var member = typed.getOrDefault("member", "");
        return new HandingOff.Request(
                Arrays.stream(HandOff.Job.values())
                        .filter(each -> each.name().equals(job))
                        .findFirst()
                        .orElse(HandOff.Job.SUPPORT),
                member.matches("\\d{1,18}") ? new MemberId(Long.parseLong(member)) : null,
                typed.getOrDefault("name", ""),
                typed.getOrDefault("email", ""),
                typed.getOrDefault("need", ""),
                by(typed.getOrDefault("by", ""), zone));
    }

    /** What isn't a time has passed, and so is told of beside its field. */
    private static Instant by(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
