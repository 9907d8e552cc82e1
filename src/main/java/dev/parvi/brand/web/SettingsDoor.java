package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Changing;
import dev.parvi.brand.Outline;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What a brand is and how it works. */
@Controller
class SettingsDoor {

    private static final int ORDER = 550;

    private final Changing changing;

    SettingsDoor(Changing changing) {
        this.changing = changing;
    }

    @Bean
    static Door settingsDoor() {
        return new Door("settings", "/settings", "settings", ORDER, false, Set.of("MANAGER"));
    }

    @GetMapping("/b/{handle}/settings")
    String form(Seat seat, Brand brand, Model model) {
        seat.needs(Right.MANAGE);
        return shown(model, Outline.of(brand), Map.of());
    }

    @PostMapping("/b/{handle}/settings")
    String change(Seat seat, Brand brand, OutlineForm form, Model model, HttpServletResponse response) {
        var typed = form.outline();
        if (!typed.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, typed, typed.faults());
        }
        changing.change(seat, typed);
        return "redirect:/b/" + brand.handle() + "/settings?notice=brand.saved";
    }

    private static String shown(Model model, Outline typed, Map<String, String> faults) {
        model.addAttribute("typed", typed).addAttribute("faults", faults);
        return "brand/web/settings";
    }
}
