package dev.parvi.audience.web;

import dev.parvi.audience.Campaigning;
import dev.parvi.brand.Brand;
import dev.parvi.shared.Sheet;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.TypedHandOff;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One campaign: what it costs, what it brings, and who looks after it. */
@Controller
@RequestMapping("/b/{handle}/audience/campaigns/{id:\\d+}")
class CampaignDoor {

    private static final int DAYS_TO_ANSWER = 3;
    private static final HandOff.Job USUAL_JOB = HandOff.Job.PR;

    private final Campaigning campaigning;
    private final HandingOff handingOff;
    private final Pages pages;
    private final Clock clock;

    CampaignDoor(Campaigning campaigning, HandingOff handingOff, Pages pages, Clock clock) {
        this.campaigning = campaigning;
        this.handingOff = handingOff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable long id, Seat seat, Brand brand, Model model) {
        return shown(id, seat, brand, model, Map.of(), Map.of(), "");
    }

    @PostMapping("/costs")
    String pay(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String sum,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var faults = campaigning.faults(day, sum);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(id, seat, brand, model, Map.of("day", day, "source", source, "sum", sum), faults, "");
        }
        campaigning.pay(seat, id, day, source, sum);
        return back(brand, id, "notice=audience.cost.saved");
    }

    @PostMapping("/table")
    String table(
            @PathVariable long id,
            @RequestParam MultipartFile file,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            var taken = campaigning.table(seat, id, file.getBytes());
            model.addAttribute("taken", taken);
            return shown(id, seat, brand, model, Map.of(), Map.of(), "");
        } catch (Sheet.Flawed e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(id, seat, brand, model, Map.of(), Map.of("file", "audience.cost.flaw." + e.word()), "");
        }
    }

    @PostMapping("/costs/removal")
    String unpay(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String source,
            Seat seat,
            Brand brand) {
        campaigning.unpay(seat, id, day, source);
        return back(brand, id, "notice=audience.cost.removed");
    }

    @PostMapping("/hand-offs")
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
            return shown(id, seat, brand, model, typed, faults, "");
        }
        return campaigning
                .give(seat, id, request, pages.locale(asked))
                .map(link -> shown(id, seat, brand, model, Map.of(), Map.of(), link))
                .orElse(back(brand, id, "notice=audience.campaign.given"));
    }

    private String shown(
            long id,
            Seat seat,
            Brand brand,
            Model model,
            Map<String, String> typed,
            Map<String, String> faults,
            String link) {
        var filled = TypedHandOff.shown(
                typed, USUAL_JOB, LocalDateTime.ofInstant(clock.instant(), brand.zone()), DAYS_TO_ANSWER);
        model.addAttribute("whole", campaigning.one(seat, id))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("gives", seat.may(Right.MODERATE))
                .addAttribute("byMail", handingOff.byMail())
                .addAttribute("typed", filled)
                .addAttribute("faults", faults)
                .addAttribute("link", link);
        return "audience/web/campaign";
    }

    private static String back(Brand brand, long id, String told) {
        return "redirect:/b/" + brand.handle() + "/audience/campaigns/" + id + "?" + told;
    }
}
