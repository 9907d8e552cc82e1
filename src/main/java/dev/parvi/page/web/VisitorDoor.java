package dev.parvi.page.web;

import dev.parvi.page.Commenting;
import dev.parvi.page.Liking;
import dev.parvi.page.Remark;
import dev.parvi.page.Said;
import dev.parvi.page.Site;
import dev.parvi.page.Stamps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What visitors do under a post. */
@Controller
@RequestMapping("/@{handle}/{slug:[a-z0-9-]+-[a-z0-9]{6}}")
class VisitorDoor {

    private final Commenting commenting;
    private final Liking liking;
    private final Stamps stamps;
    private final PageDoor pages;

    VisitorDoor(Commenting commenting, Liking liking, Stamps stamps, PageDoor pages) {
        this.commenting = commenting;
        this.liking = liking;
        this.stamps = stamps;
        this.pages = pages;
    }

    @PostMapping("/comments")
    String comment(
            Site site,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Long parent,
            @RequestParam(name = "website", defaultValue = "") String trap,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var remark = new Remark(name, email, text, parent, trap, stamp);
        var back = "redirect:" + site.at("/" + slug);
        return switch (commenting.say(slug, remark, VisitorCookie.kept(site, request, response))) {
            case Said.Shown shown -> back + "?notice=page.comment.shown#c" + shown.comment();
            case Said.Held held -> back + "?notice=page.comment.held#said";
            case Said.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var form = CommentForm.again(remark, stamps.stamp(), refused.faults());
                yield pages.post(site, slug, form, request, response, model);
            }
            case Said.Nowhere nowhere -> back;
        };
    }

    @PostMapping("/likes")
    String like(
            Site site,
            @PathVariable String slug,
            @RequestParam boolean liked,
            @RequestParam(defaultValue = "false") boolean front,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = front ? site.at("") : site.at("/" + slug);
        return switch (liking.like(slug, liked, VisitorCookie.kept(site, request, response))) {
            case DONE -> "redirect:" + back + "#" + slug;
            case TOO_MANY -> "redirect:" + back + "?notice=page.like.pace";
            case NOWHERE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
