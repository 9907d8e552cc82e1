package dev.parvi.community.web;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.community.Promising;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Within which time the brand answers, and whether a second person looks. */
@Controller
@RequestMapping("/b/{handle}/inbox/settings")
class InboxSettingsDoor {

    private final Promising promising;
    private final Connecting connecting;

    InboxSettingsDoor(Promising promising, Connecting connecting) {
        this.promising = promising;
        this.connecting = connecting;
    }

    @GetMapping
    String all(Seat seat, Model model) {
        return shown(seat, model, "", "hours", false);
    }

    /** @param unit {@code minutes}, {@code hours} or {@code days} */
    @PostMapping("/promises")
    String promise(
            @RequestParam Optional<Long> account,
            @RequestParam Optional<Mark> mark,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "hours") String unit,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var minutes = minutes(time, unit);
        if (promising.promise(seat, account.map(AccountId::new).orElse(null), mark.orElse(null), minutes)) {
            return back(brand, "community.promise.kept");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, model, time, unit, true);
    }

    @PostMapping("/promises/{id:\\d+}/removal")
    String drop(@PathVariable long id, Seat seat, Brand brand) {
        promising.drop(seat, id);
        return back(brand, "community.promise.gone");
    }

    @PostMapping("/second")
    String second(@RequestParam(defaultValue = "false") boolean needed, Seat seat, Brand brand) {
        promising.secondPerson(seat, needed);
        return back(brand, "community.settings.kept");
    }

    private static int minutes(String time, String unit) {
        var factor = unit.equals("days") ? 24 * 60 : unit.equals("minutes") ? 1 : 60;
        return time.strip().matches("\\d{1,5}") ? Integer.parseInt(time.strip()) * factor : 0;
    }

    private String shown(Seat seat, Model model, String time, String unit, boolean wrong) {
        model.addAttribute("promises", promising.all())
                .addAttribute("usual", promising.usual())
                .addAttribute("second", promising.secondPerson())
                .addAttribute("accounts", connecting.open())
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("answers", seat.may(Right.MODERATE))
                .addAttribute("time", time)
                .addAttribute("unit", unit)
                .addAttribute("wrong", wrong);
        return "community/web/settings";
    }

    private static String back(Brand brand, String notice) {
        return "redirect:/b/" + brand.handle() + "/inbox/settings?notice=" + notice;
    }
}
