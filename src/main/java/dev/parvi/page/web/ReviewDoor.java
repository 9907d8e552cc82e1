package dev.parvi.page.web;

import dev.parvi.page.Remark;
import dev.parvi.page.Review;
import dev.parvi.page.Reviewed;
import dev.parvi.page.Reviewing;
import dev.parvi.page.Said;
import dev.parvi.page.Site;
import dev.parvi.page.Stamps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What visitors think of the brand. */
@Controller
@RequestMapping("/@{handle}/reviews")
class ReviewDoor {

    private final Reviewing reviewing;
    private final Stamps stamps;
    private final Described described;

    ReviewDoor(Reviewing reviewing, Stamps stamps, Described described) {
        this.reviewing = reviewing;
        this.stamps = stamps;
        this.described = described;
    }

    @GetMapping
    String reviews(
            Site site, @RequestParam(required = false) @Nullable Long before, HttpServletRequest request, Model model) {
        return shown(site, before, null, request, model);
    }

    @PostMapping
    String review(
            Site site,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "website", defaultValue = "") String trap,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var review = new Review(stars, new Remark(name, email, text, null, trap, stamp));
        var back = "redirect:" + site.at("/reviews");
        return switch (reviewing.review(review, VisitorCookie.kept(site, request, response))) {
            case Said.Shown shown -> back + "?notice=page.review.shown#c" + shown.comment();
            case Said.Held held -> back + "?notice=page.review.held#said";
            case Said.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield shown(site, null, ReviewForm.again(review, stamps.stamp(), refused.faults()), request, model);
            }
            case Said.Nowhere nowhere -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String shown(
            Site site, @Nullable Long before, @Nullable ReviewForm form, HttpServletRequest request, Model model) {
        Reviewed reviewed = reviewing
                .reviewed(before, VisitorCookie.known(request).orElse(null))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("site", site)
                .addAttribute("reviewed", reviewed)
                .addAttribute("form", form == null ? ReviewForm.fresh(reviewed.own(), stamps.stamp()) : form)
                .addAttribute("head", described.reviews(site, reviewed, before));
        return "page/web/reviews";
    }
}
