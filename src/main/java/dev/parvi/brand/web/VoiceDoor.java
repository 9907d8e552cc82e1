package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voicing;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a brand speaks, as its managers write it down. */
@Controller
class VoiceDoor {

    private final Voicing voicing;

    VoiceDoor(Voicing voicing) {
        this.voicing = voicing;
    }

    @GetMapping("/b/{handle}/settings/voice")
    String form(Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        return shown(model, TypedVoice.of(voicing.current()), Map.of());
    }

    @PostMapping("/b/{handle}/settings/voice")
    String change(
            Seat seat,
            Brand brand,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        var typed = VoiceForm.read(form);
        var faults = typed.faults();
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, typed, faults);
        }
        voicing.change(seat, typed);
        return "redirect:/b/" + brand.handle() + "/settings/voice?notice=brand.voice.saved";
    }

    private static String shown(Model model, TypedVoice typed, Map<String, String> faults) {
        model.addAttribute("typed", typed).addAttribute("faults", faults);
        return "brand/web/voice";
    }
}
