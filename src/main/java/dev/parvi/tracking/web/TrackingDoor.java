package dev.parvi.tracking.web;

import dev.parvi.brand.Brand;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Arranging;
import dev.parvi.tracking.TypedRules;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the brand tracks, with what its site and its servers need, and what is kept of whom. */
@Controller
@RequestMapping("/b/{handle}/tracking")
class TrackingDoor {

    private final Arranging arranging;

    TrackingDoor(Arranging arranging) {
        this.arranging = arranging;
    }

    @Bean
    static Door trackingOnTheDoor() {
        return new Door("tracking", "/tracking", "link", 440, false).with("/results");
    }

    @GetMapping
    String page(Seat seat, Model model) {
        return shown(seat, model, null, Map.of());
    }

    @PostMapping
    String change(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String medium,
            @RequestParam(defaultValue = "") String campaign,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String hosts,
            @RequestParam(defaultValue = "false") boolean memory,
            @RequestParam(defaultValue = "") String keepDays,
            Model model,
            HttpServletResponse response) {
        var days = keepDays.matches("\\d{1,4}") ? Integer.parseInt(keepDays) : 0;
        var typed = new TypedRules(domain, source, medium, campaign, content, hosts, memory, days);
        if (!typed.faults().isEmpty()) {
            seat.needs(Right.MANAGE);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("days", keepDays);
            return shown(seat, model, typed, typed.faults());
        }
        arranging.change(seat, typed);
        return back(brand, "notice=tracking.saved");
    }

    @PostMapping("/links")
    String link(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String campaign,
            @RequestParam(defaultValue = "") String medium,
            Model model,
            HttpServletResponse response) {
        var fault = arranging.addLink(seat, address, campaign, medium);
        model.addAttribute("link", new String[] {address, campaign, medium});
        return done(fault, "address", seat, brand, model, response);
    }

    @PostMapping("/numbers")
    String number(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String campaign,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("number", new String[] {number, campaign});
        return done(arranging.addNumber(seat, number, campaign), "number", seat, brand, model, response);
    }

    @PostMapping("/numbers/{id:\\d{1,9}}/removal")
    String stop(@PathVariable int id, Seat seat, Brand brand) {
        arranging.stopNumber(seat, id);
        return back(brand, "notice=tracking.saved");
    }

    /** The key is in the answer, for it's shown once. */
    @PostMapping("/keys")
    String key(Seat seat, @RequestParam(defaultValue = "") String name, Model model, HttpServletResponse response) {
        model.addAttribute("fresh", arranging.addKey(seat, name));
        response.setHeader("Cache-Control", "no-store");
        return shown(seat, model, null, Map.of());
    }

    @PostMapping("/keys/{id:\\d{1,18}}/removal")
    String revoke(@PathVariable long id, Seat seat, Brand brand) {
        arranging.revokeKey(seat, id);
        return back(brand, "notice=tracking.saved");
    }

    private String done(
            Optional<String> fault, String field, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        if (fault.isEmpty()) {
            return back(brand, "notice=tracking.saved");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, model, null, Map.of(field, fault.get()));
    }

    private String shown(Seat seat, Model model, @Nullable TypedRules typed, Map<String, String> faults) {
        var shown = arranging.shown();
        model.addAttribute("shown", shown)
                .addAttribute("typed", typed == null ? TypedRules.of(shown.rules()) : typed)
                .addAttribute("faults", faults)
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("writes", seat.may(Right.WRITE));
        return "tracking/web/tracking";
    }

    private static String back(Brand brand, String query) {
        return "redirect:/b/" + brand.handle() + "/tracking?" + query;
    }
}
