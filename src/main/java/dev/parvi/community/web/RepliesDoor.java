package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Prewriting;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers that are written once. */
@Controller
@RequestMapping("/b/{handle}/inbox/replies")
class RepliesDoor {

    private final Prewriting prewriting;

    RepliesDoor(Prewriting prewriting) {
        this.prewriting = prewriting;
    }

    @GetMapping
    String all(Seat seat, Brand brand, Model model) {
        return shown(seat, brand, model, 0, "", Map.of(), false);
    }

    /** @param id 0 for a new one; its texts come as {@code text.<language>} */
    @PostMapping("/{id:\\d+}")
    String keep(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var texts = new LinkedHashMap<String, String>();
        Shown.LANGUAGES.forEach(language -> texts.put(language, parameters.getOrDefault("text." + language, "")));
        if (prewriting.keep(seat, id, name, texts)) {
            return "redirect:/b/" + brand.handle() + "/inbox/replies?notice=community.replies.kept";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, brand, model, id, name, texts, true);
    }

    @PostMapping("/{id:\\d+}/removal")
    String drop(@PathVariable long id, Seat seat, Brand brand) {
        prewriting.drop(seat, id);
        return "redirect:/b/" + brand.handle() + "/inbox/replies?notice=community.replies.gone";
    }

    private String shown(
            Seat seat, Brand brand, Model model, long id, String name, Map<String, String> texts, boolean wrong) {
        model.addAttribute("replies", prewriting.all())
                .addAttribute("writes", seat.may(Right.MODERATE))
                .addAttribute("usual", brand.language().getLanguage())
                .addAttribute("typedId", id)
                .addAttribute("typedName", name)
                .addAttribute("typed", texts)
                .addAttribute("wrong", wrong);
        return "community/web/replies";
    }
}
