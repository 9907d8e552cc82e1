package dev.parvi.analysis.web.circulars;

import dev.parvi.analysis.Circulating;
import dev.parvi.analysis.TypedCircular;
import dev.parvi.analysis.TypedReport;
import dev.parvi.brand.Brand;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which reports are mailed when and to whom, and what became of each letter. */
@Controller
@RequestMapping("/b/{handle}/analysis/reports/mail")
class CircularsDoor {

    private final Circulating circulating;

    CircularsDoor(Circulating circulating) {
        this.circulating = circulating;
    }

    @GetMapping
    String all(Seat seat, Brand brand, Model model) {
        var language = brand.language().getLanguage();
        var usual = TypedCircular.usual(TypedReport.LANGUAGES.contains(language) ? language : "en");
        return shown(0, usual, Map.of(), seat, brand, model);
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Brand brand, Model model) {
        return shown(id, TypedCircular.of(circulating.one(seat, id)), Map.of(), seat, brand, model);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> form,
            @RequestParam(name = "sides", required = false) List<String> sides,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        return kept(0, typed(form, sides), seat, brand, model, response);
    }

    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "sides", required = false) List<String> sides,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        return kept(id, typed(form, sides), seat, brand, model, response);
    }

    @PostMapping("/{id:\\d+}/stop")
    String stop(@PathVariable long id, Seat seat, Brand brand) {
        circulating.stop(seat, id);
        return to(brand, "stopped");
    }

    @PostMapping("/{id:\\d+}/resumption")
    String resume(@PathVariable long id, Seat seat, Brand brand) {
        circulating.resume(seat, id);
        return to(brand, "resumed");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        circulating.remove(seat, id);
        return to(brand, "removed");
    }

    private String kept(
            long id, TypedCircular typed, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        var faults = circulating.faults(seat, typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(id, typed, faults, seat, brand, model);
        }
        if (id == 0) {
            circulating.add(seat, typed);
        } else {
            circulating.change(seat, id, typed);
        }
        return to(brand, id == 0 ? "added" : "changed");
    }

    private static TypedCircular typed(
            Map<String, String> form, @org.jspecify.annotations.Nullable List<String> sides) {
        return new TypedCircular(
                form.getOrDefault("title", ""),
                form.getOrDefault("kind", ""),
                form.getOrDefault("weekday", ""),
                form.getOrDefault("monthDay", ""),
                form.getOrDefault("campaign", ""),
                form.getOrDefault("at", ""),
                form.getOrDefault("language", ""),
                sides == null ? List.of() : sides,
                form.getOrDefault("readers", ""),
                form.containsKey("running"));
    }

    private String shown(
            long id, TypedCircular typed, Map<String, String> faults, Seat seat, Brand brand, Model model) {
        model.addAttribute("board", circulating.board(seat))
                .addAttribute("id", id)
                .addAttribute("typed", typed)
                .addAttribute("faults", faults)
                .addAttribute("sample", brand.sample());
        return "analysis/web/circulars/circulars";
    }

    private static String to(Brand brand, String notice) {
        return "redirect:/b/" + brand.handle() + "/analysis/reports/mail?notice=analysis.circular." + notice;
    }
}
