package dev.parvi.brand.web;

import dev.parvi.brand.Aiming;
import dev.parvi.brand.Brand;
import dev.parvi.brand.TypedAudience;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a brand wants to reach, as its managers write it down. */
@Controller
class TargetDoor {

    private final Aiming aiming;

    TargetDoor(Aiming aiming) {
        this.aiming = aiming;
    }

    @GetMapping("/b/{handle}/audience/target")
    String form(Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        return shown(model, TypedAudience.of(aiming.current()), Map.of());
    }

    @PostMapping("/b/{handle}/audience/target")
    String change(
            Seat seat,
            Brand brand,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        var typed = new TypedAudience(
                new LinkedHashSet<>(form.getOrDefault("languages", List.of())),
                one(form, "places"),
                one(form, "interests"),
                new LinkedHashSet<>(form.getOrDefault("leftout", List.of())),
                one(form, "competitors"),
                one(form, "unwanted"));
        var faults = typed.faults();
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, typed, faults);
        }
        aiming.change(seat, typed);
        return "redirect:/b/" + brand.handle() + "/audience/target?notice=brand.target.saved";
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static String shown(Model model, TypedAudience typed, Map<String, String> faults) {
        model.addAttribute("typed", typed).addAttribute("faults", faults);
        return "brand/web/target";
    }
}
