package dev.parvi.audience.web;

import dev.parvi.audience.Campaigning;
import dev.parvi.audience.TypedCampaign;
import dev.parvi.brand.Brand;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The campaigns of a brand, and the form of one. */
@Controller
@RequestMapping("/b/{handle}/audience/campaigns")
class CampaignsDoor {

    private final Campaigning campaigning;

    CampaignsDoor(Campaigning campaigning) {
        this.campaigning = campaigning;
    }

    @GetMapping
    String all(Seat seat, Model model) {
        model.addAttribute("lines", campaigning.all(seat)).addAttribute("writes", seat.may(Right.WRITE));
        return "audience/web/campaigns";
    }

    @GetMapping("/new")
    String form(Seat seat, Model model) {
        seat.needs(Right.WRITE);
        return form(model, 0, TypedCampaign.empty(campaigning.today()), Map.of());
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> form, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        var typed = typed(form);
        if (!typed.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, 0, typed, typed.faults());
        }
        return "redirect:/b/" + brand.handle() + "/audience/campaigns/" + campaigning.add(seat, typed)
                + "?notice=audience.campaign.saved";
    }

    @GetMapping("/{id:\\d+}/form")
    String form(@PathVariable long id, Seat seat, Model model) {
        seat.needs(Right.WRITE);
        return form(model, id, TypedCampaign.of(campaigning.one(seat, id).campaign()), Map.of());
    }

    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var typed = typed(form);
        if (!typed.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, id, typed, typed.faults());
        }
        campaigning.change(seat, id, typed);
        return "redirect:/b/" + brand.handle() + "/audience/campaigns/" + id + "?notice=audience.campaign.saved";
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        campaigning.remove(seat, id);
        return "redirect:/b/" + brand.handle() + "/audience/campaigns?notice=audience.campaign.removed";
    }

    private static String form(Model model, long id, TypedCampaign typed, Map<String, String> faults) {
        model.addAttribute("id", id).addAttribute("typed", typed).addAttribute("faults", faults);
        return "audience/web/campaignform";
    }

    private static TypedCampaign typed(Map<String, String> form) {
        return new TypedCampaign(
                form.getOrDefault("name", ""),
                form.getOrDefault("goal", ""),
                form.getOrDefault("audience", ""),
                form.getOrDefault("begins", ""),
                form.getOrDefault("ends", ""),
                form.getOrDefault("currency", ""),
                form.getOrDefault("tag", ""),
                form.getOrDefault("links", ""));
    }
}
