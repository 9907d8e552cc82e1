package dev.parvi.brand.web;

import dev.parvi.brand.Branding;
import dev.parvi.brand.Founding;
import dev.parvi.brand.HandleTaken;
import dev.parvi.brand.Outline;
import dev.parvi.team.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Founding a brand: the second step of the first visit, and later any time. */
@Controller
class FoundingDoor {

    private final Founding founding;
    private final Branding branding;

    FoundingDoor(Founding founding, Branding branding) {
        this.founding = founding;
        this.branding = branding;
    }

    @GetMapping({"/first/brand", "/brands/new"})
    String form(Member member, HttpServletRequest request, Model model) {
        if (!founding.may(member.id())) {
            return "redirect:/brands";
        }
        var blank = Outline.blank(Zones.likely(request.getLocale()), member.language());
        return shown(model, blank, Map.of());
    }

    @PostMapping({"/first/brand", "/brands/new"})
    String found(Member member, OutlineForm form, Model model, HttpServletResponse response) {
        var outline = form.outline();
        var faults = outline.faults();
        if (faults.isEmpty()) {
            try {
                var brand = founding.found(member.id(), outline);
                return "redirect:/b/" + brand.handle() + "?notice=brand.founded";
            } catch (HandleTaken taken) {
                faults = Map.of("handle", "brand.fault.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(model, outline, faults);
    }

    private String shown(Model model, Outline typed, Map<String, String> faults) {
        model.addAttribute("typed", typed)
                .addAttribute("faults", faults)
                .addAttribute("first", branding.all().isEmpty());
        return "brand/web/founding";
    }
}
