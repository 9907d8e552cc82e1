package dev.parvi.analysis.web.keeping;

import dev.parvi.analysis.Keeping;
import dev.parvi.brand.Brand;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long figures of posts are kept, for everybody to read and managers to change. */
@Controller
@RequestMapping("/b/{handle}/analysis/keeping")
class KeepingDoor {

    private final Keeping keeping;

    KeepingDoor(Keeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping
    String page(Seat seat, Model model) {
        var rule = keeping.kept(seat).rule();
        return shown(Integer.toString(rule.fineDays()), Integer.toString(rule.dayDays()), Map.of(), seat, model);
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String fine,
            @RequestParam(defaultValue = "") String day,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var faults = keeping.faults(fine, day);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(fine, day, faults, seat, model);
        }
        keeping.change(seat, fine, day);
        return "redirect:/b/" + brand.handle() + "/analysis/keeping?notice=analysis.keep.saved";
    }

    private String shown(String fine, String day, Map<String, String> faults, Seat seat, Model model) {
        model.addAttribute("kept", keeping.kept(seat))
                .addAttribute("fine", fine)
                .addAttribute("day", day)
                .addAttribute("faults", faults)
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "analysis/web/keeping/keeping";
    }
}
