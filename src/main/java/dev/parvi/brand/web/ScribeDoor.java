package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Dictating;
import dev.parvi.brand.Enlisting;
import dev.parvi.brand.Scribe;
import dev.parvi.brand.ScribeFailed;
import dev.parvi.brand.TypedScribe;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outside language model of a brand: where it is, what is sent there, and a manager's yes to that. */
@Controller
@RequestMapping("/b/{handle}/settings/model")
class ScribeDoor {

    private final Enlisting enlisting;
    private final Dictating dictating;

    ScribeDoor(Enlisting enlisting, Dictating dictating) {
        this.enlisting = enlisting;
        this.dictating = dictating;
    }

    @GetMapping
    String form(Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        var scribe = enlisting.current().orElse(null);
        return shown(model, scribe, typed(scribe), Map.of());
    }

    /** The key's field is named as passwords are, so that no page ever shows it again. */
    @PostMapping
    String change(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean keyless,
            Model view,
            HttpServletResponse response) {
        var typed = new TypedScribe(address, model, password, keyless, enlisting.takesPlain());
        var faults = typed.faults();
        if (!faults.isEmpty()) {
            seat.needs(Right.MANAGE);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(view, enlisting.current().orElse(null), typed, faults);
        }
        enlisting.change(seat, typed);
        var agreed = enlisting.current().filter(Scribe::agreed).isPresent();
        return agreed ? back(brand, "notice=brand.scribe.saved") : "redirect:" + at(brand) + "/consent";
    }

    @GetMapping("/consent")
    String consent(Seat seat, Brand brand, Model model) {
        seat.needs(Right.MANAGE);
        var scribe = enlisting.current().orElse(null);
        if (scribe == null) {
            return "redirect:" + at(brand);
        }
        model.addAttribute("scribe", scribe);
        return "brand/web/consent";
    }

    @PostMapping("/consent")
    String agree(Seat seat, Brand brand, @RequestParam URI address, @RequestParam int terms) {
        return enlisting.agree(seat, address, terms)
                ? back(brand, "notice=brand.scribe.agreed")
                : "redirect:" + at(brand) + "/consent?trouble=brand.scribe.other";
    }

    @PostMapping("/withdrawal")
    String withdraw(Seat seat, Brand brand) {
        enlisting.withdraw(seat);
        return back(brand, "notice=brand.scribe.withdrawn");
    }

    @PostMapping("/removal")
    String dismiss(Seat seat, Brand brand) {
        enlisting.dismiss(seat);
        return back(brand, "notice=brand.scribe.dismissed");
    }

    @PostMapping("/test")
    String test(Seat seat, Model model) {
        try {
            model.addAttribute("written", dictating.test(seat));
        } catch (ScribeFailed e) {
            model.addAttribute("failed", e);
        }
        var scribe = enlisting.current().orElse(null);
        return shown(model, scribe, typed(scribe), Map.of());
    }

    private TypedScribe typed(@Nullable Scribe scribe) {
        var plain = enlisting.takesPlain();
        return scribe == null
                ? new TypedScribe("", "", "", false, plain)
                : new TypedScribe(scribe.address().toString(), scribe.model(), "", false, plain);
    }

    private static String shown(Model model, @Nullable Scribe scribe, TypedScribe typed, Map<String, String> faults) {
        model.addAttribute("scribe", scribe).addAttribute("typed", typed).addAttribute("faults", faults);
        return "brand/web/scribe";
    }

    private static String at(Brand brand) {
        return "/b/" + brand.handle() + "/settings/model";
    }

    private static String back(Brand brand, String query) {
        return "redirect:" + at(brand) + "?" + query;
    }
}
