package dev.parvi.page.web;

import dev.parvi.brand.Brand;
import dev.parvi.page.Arranging;
import dev.parvi.page.Comment;
import dev.parvi.page.Following;
import dev.parvi.page.Moderating;
import dev.parvi.page.Reading;
import dev.parvi.page.Rule;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page's place at the desk: what waits there, and its settings. */
@Controller
@RequestMapping("/b/{handle}/page")
class DeskDoor {

    private final Reading reading;
    private final Moderating moderating;
    private final Arranging arranging;
    private final Following following;

    DeskDoor(Reading reading, Moderating moderating, Arranging arranging, Following following) {
        this.reading = reading;
        this.moderating = moderating;
        this.arranging = arranging;
        this.following = following;
    }

    @Bean
    static Door pageOnTheDoor() {
        return new Door("page", "/page", "page", 520, false);
    }

    @GetMapping
    String page(
            Seat seat,
            @RequestParam(defaultValue = "HELD") Comment.State state,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var site = reading.site();
        var form = new SiteForm(site.title(), site.intro(), site.language(), site.rule(), Map.of());
        return shown(seat, state == Comment.State.DELETED ? Comment.State.HELD : state, before, form, model);
    }

    @PostMapping("/settings")
    String arrange(
            Seat seat,
            Brand brand,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String intro,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "CAREFUL") Rule rule,
            HttpServletResponse response,
            Model model) {
        var faults = arranging.arrange(seat, title, intro, language, rule);
        if (faults.isEmpty()) {
            return back(brand, "page.desk.saved");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, Comment.State.HELD, null, new SiteForm(title, intro, language, rule, faults), model);
    }

    @PostMapping("/reviews")
    String reviews(Seat seat, Brand brand, @RequestParam boolean on) {
        arranging.reviews(seat, on);
        return back(brand, "page.desk.saved");
    }

    @PostMapping("/comments/{comment}/approval")
    String approve(Seat seat, Brand brand, @PathVariable long comment) {
        return back(brand, moderating.approve(seat, comment) ? "page.desk.approved" : "page.desk.missing");
    }

    @PostMapping("/comments/{comment}/deletion")
    String delete(Seat seat, Brand brand, @PathVariable long comment) {
        return back(brand, moderating.delete(seat, comment) ? "page.desk.deleted" : "page.desk.missing");
    }

    @PostMapping("/blocks/{visitor:[0-9a-f]{16,128}}/removal")
    String unblock(Seat seat, Brand brand, @PathVariable String visitor) {
        moderating.unblock(seat, visitor);
        return back(brand, "page.desk.unblocked");
    }

    private static String back(Brand brand, String notice) {
        return "redirect:/b/" + brand.handle() + "/page?notice=" + notice;
    }

    private String shown(Seat seat, Comment.State state, @Nullable Long before, SiteForm form, Model model) {
        var moderates = seat.may(Right.MODERATE);
        model.addAttribute("site", reading.site())
                .addAttribute("tally", moderating.tally())
                .addAttribute("state", state)
                .addAttribute("comments", moderates ? moderating.comments(seat, state, before) : List.of())
                .addAttribute("blocked", moderates ? moderating.blocked(seat) : List.of())
                .addAttribute("moderates", moderates)
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("byMail", following.byMail())
                .addAttribute("form", form);
        return "page/web/desk";
    }
}
