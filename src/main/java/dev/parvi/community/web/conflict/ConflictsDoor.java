package dev.parvi.community.web.conflict;

import dev.parvi.brand.Brand;
import dev.parvi.community.CaseMoved;
import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Overseeing;
import dev.parvi.community.Reconciling;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brand's cases, and what brings one from a proposal to its end. */
@Controller
@RequestMapping("/b/{handle}")
class ConflictsDoor {

    private final Overseeing overseeing;
    private final Reconciling reconciling;
    private final CasePage casePage;

    ConflictsDoor(Overseeing overseeing, Reconciling reconciling, CasePage casePage) {
        this.overseeing = overseeing;
        this.reconciling = reconciling;
        this.casePage = casePage;
    }

    @GetMapping("/conflicts")
    String all(Seat seat, Model model) {
        model.addAttribute("cases", overseeing.all(seat)).addAttribute("works", seat.may(Right.MODERATE));
        return "community/web/conflict/cases";
    }

    @GetMapping("/conflicts/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Model model) {
        return casePage.shown(seat, id, Map.of(), Map.of(), model);
    }

    @PostMapping("/inbox/{id:\\d+}/conflict")
    String open(@PathVariable long id, Seat seat, Brand brand) {
        return CasePage.back(brand, reconciling.open(seat, new ConversationId(id)), "notice", "opened");
    }

    @PostMapping("/conflicts/{id:\\d+}/acceptance")
    String accept(@PathVariable long id, Seat seat, Brand brand) {
        reconciling.accept(seat, id);
        return CasePage.back(brand, id, "notice", "opened");
    }

    @PostMapping("/conflicts/{id:\\d+}/refusal")
    String decline(@PathVariable long id, Seat seat, Brand brand) {
        var conversation = reconciling.decline(seat, id);
        return "redirect:/b/" + brand.handle() + "/inbox/" + conversation + "?notice=community.conflict.declined";
    }

    @PostMapping("/conflicts/{id:\\d+}/outcome")
    String settle(
            @PathVariable long id,
            @RequestParam Optional<Outcome> outcome,
            @RequestParam(defaultValue = "") String words,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        if (outcome.isPresent() && reconciling.settle(seat, id, outcome.get(), words)) {
            return CasePage.back(brand, id, "notice", "settled");
        }
        var typed = Map.of("outcome", outcome.map(Outcome::name).orElse(""), "words", words);
        var faults = outcome.isPresent()
                ? Map.of("words", "community.conflict.fault.words")
                : Map.of("outcome", "community.conflict.fault.outcome");
        return casePage.refused(seat, id, typed, faults, model, response);
    }

    @PostMapping("/conflicts/{id:\\d+}/reopening")
    String reopen(@PathVariable long id, Seat seat, Brand brand) {
        reconciling.reopen(seat, id);
        return CasePage.back(brand, id, "notice", "reopened");
    }

    @PostMapping("/conflicts/{id:\\d+}/look-back")
    String seen(@PathVariable long id, Seat seat, Brand brand) {
        reconciling.seen(seat, id);
        return "redirect:/b/" + brand.handle() + "/conflicts?notice=community.conflict.seen";
    }

    @ExceptionHandler(CaseMoved.class)
    String moved(HttpServletRequest request) {
        return CasePage.moved(request);
    }
}
