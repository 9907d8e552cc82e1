package dev.parvi.community.web.rules;

import dev.parvi.brand.Brand;
import dev.parvi.community.Guarding;
import dev.parvi.community.web.Failure;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes out of sight by itself, and what rules propose. */
@Controller
@RequestMapping("/b/{handle}/inbox/rules")
class RulesDoor {

    private final Guarding guarding;

    RulesDoor(Guarding guarding) {
        this.guarding = guarding;
    }

    @GetMapping
    String all(Seat seat, Model model) {
        return shown(seat, model, RuleForm.EMPTY, null);
    }

    @PostMapping
    String make(
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var form = RuleForm.of(typed);
        var wrong = guarding.make(seat, form.rule());
        return wrong.isEmpty()
                ? "redirect:/b/" + brand.handle() + "/inbox/rules?notice=community.rules.made"
                : wrong(seat, form.wrong(wrong.get()), model, response);
    }

    /** What it would have found lately; nothing is kept. */
    @PostMapping("/trial")
    String trial(@RequestParam Map<String, String> typed, Seat seat, Model model, HttpServletResponse response) {
        var form = RuleForm.of(typed);
        var rule = form.rule();
        // It may be tried before it has a name.
        var wrong = rule.wrong().filter(field -> !field.equals("name"));
        if (wrong.isPresent()) {
            return wrong(seat, form.wrong(wrong.get()), model, response);
        }
        return shown(seat, model, form, guarding.trial(seat, rule));
    }

    private String wrong(Seat seat, RuleForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, model, form, null);
    }

    @PostMapping("/{id:\\d+}/removal")
    String drop(@PathVariable long id, Seat seat, Brand brand) {
        guarding.drop(seat, id);
        return "redirect:/b/" + brand.handle() + "/inbox/rules?notice=community.rules.dropped";
    }

    /** @param in the conversation in which it was decided; 0 for the page of rules */
    @PostMapping("/proposals/{id:\\d+}/acceptance")
    String accept(@PathVariable long id, @RequestParam(defaultValue = "0") long in, Seat seat, Brand brand) {
        try {
            var done = guarding.accept(seat, id).isPresent();
            return back(brand, in, done ? "notice=community.rules.accepted" : "trouble=community.rules.gone");
        } catch (ConnectorFailed failed) {
            return back(brand, in, "trouble=" + Failure.told(failed));
        }
    }

    @PostMapping("/proposals/{id:\\d+}/refusal")
    String decline(@PathVariable long id, @RequestParam(defaultValue = "0") long in, Seat seat, Brand brand) {
        var declined = guarding.decline(seat, id);
        return back(brand, in, declined ? "notice=community.rules.declined" : "trouble=community.rules.gone");
    }

    private static String back(Brand brand, long in, String said) {
        return "redirect:/b/" + brand.handle() + (in == 0 ? "/inbox/rules?" : "/inbox/" + in + "?") + said;
    }

    private String shown(Seat seat, Model model, RuleForm form, Guarding.@Nullable Tried tried) {
        model.addAttribute("book", guarding.book(seat))
                .addAttribute("form", form)
                .addAttribute("tried", tried)
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "community/web/rules/rules";
    }
}
