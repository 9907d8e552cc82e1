package dev.parvi.page.web;

import dev.parvi.page.Following;
import dev.parvi.page.Site;
import dev.parvi.page.Stamps;
import dev.parvi.page.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following by mail. What a mail leads to asks once more: programs that read mail open every link in it. */
@Controller
@RequestMapping("/@{handle}")
class FollowDoor {

    private final Following following;
    private final Stamps stamps;
    private final PageDoor pages;
    private final Described described;

    FollowDoor(Following following, Stamps stamps, PageDoor pages, Described described) {
        this.following = following;
        this.stamps = stamps;
        this.pages = pages;
        this.described = described;
    }

    @GetMapping("/follow")
    String form(Site site) {
        return "redirect:" + site.at("/about#follow");
    }

    @PostMapping("/follow")
    String ask(
            Site site,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "website", defaultValue = "") String trap,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var fault = following.ask(email, trap, stamp, new Visitor("", request.getRemoteAddr()));
        if (fault.isEmpty()) {
            return "redirect:" + site.at("/about?notice=page.follow.asked");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.about(site, new FollowForm(following.byMail(), email, stamps.stamp(), fault), model);
    }

    @GetMapping({"/follow/{token}", "/unfollow/{token}"})
    String asked(Site site, @PathVariable String token, HttpServletRequest request, Model model) {
        var leaving = request.getRequestURI().contains("/unfollow/");
        model.addAttribute("site", site)
                .addAttribute("head", described.unlisted(site))
                .addAttribute("leaving", leaving)
                .addAttribute("action", site.at((leaving ? "/unfollow/" : "/follow/") + token));
        return "page/web/follow";
    }

    @PostMapping("/follow/{token}")
    String confirm(Site site, @PathVariable String token) {
        var notice = following.confirm(token) ? "page.follow.confirmed" : "page.follow.stale";
        return "redirect:" + site.at("/about?notice=" + notice);
    }

    @PostMapping("/unfollow/{token}")
    String leave(Site site, @PathVariable String token) {
        following.leave(token);
        return "redirect:" + site.at("/about?notice=page.follow.left");
    }
}
