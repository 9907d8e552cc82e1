package dev.parvi.page.web;

import dev.parvi.page.Following;
import dev.parvi.page.Kept;
import dev.parvi.page.Place;
import dev.parvi.page.Reading;
import dev.parvi.page.Site;
import dev.parvi.page.Stamps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What visitors read. */
@Controller
@RequestMapping("/@{handle}")
class PageDoor {

    private final Reading reading;
    private final Following following;
    private final Stamps stamps;
    private final Described described;
    private final List<Kept> kept;
    private final Clock clock;

    PageDoor(Reading reading, Following following, Stamps stamps, Described described, List<Kept> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
        this.reading = reading;
        this.following = following;
        this.stamps = stamps;
        this.described = described;
    }

    @GetMapping
    @Nullable
    String front(
            Site site,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var front = reading.front(before, VisitorCookie.known(request).orElse(null));
        if (Mark.known(site, front, clock.instant(), request, response)) {
            return null;
        }
        model.addAttribute("site", site)
                .addAttribute("front", front)
                .addAttribute("first", before == null)
                .addAttribute("head", described.front(site, front, before))
                .addAttribute("follow", FollowForm.fresh(following.byMail(), stamps.stamp()));
        return "page/web/front";
    }

    @GetMapping("/about")
    String about(Site site, Model model) {
        return about(site, FollowForm.fresh(following.byMail(), stamps.stamp()), model);
    }

    String about(Site site, FollowForm form, Model model) {
        model.addAttribute("site", site)
                .addAttribute("head", described.about(site))
                .addAttribute(
                        "kept",
                        kept.stream().flatMap(each -> each.lines().stream()).toList())
                .addAttribute("follow", form);
        return "page/web/about";
    }

    @GetMapping("/{slug:[a-z0-9-]+-[a-z0-9]{6}}")
    @Nullable
    String post(
            Site site,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Long reply,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var place = reading.place(slug, VisitorCookie.known(request).orElse(null));
        if (place instanceof Place.Here && Mark.known(site, place, clock.instant(), request, response)) {
            return null;
        }
        return shown(site, place, CommentForm.fresh(reply, stamps.stamp()), response, model);
    }

    String post(
            Site site,
            String slug,
            CommentForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var place = reading.place(slug, VisitorCookie.known(request).orElse(null));
        return shown(site, place, form, response, model);
    }

    private String shown(Site site, Place place, CommentForm form, HttpServletResponse response, Model model) {
        model.addAttribute("site", site);
        return switch (place) {
            case Place.Here here -> {
                model.addAttribute("here", here)
                        .addAttribute("form", form)
                        .addAttribute("head", described.post(site, here));
                yield "page/web/one";
            }
            case Place.Part part -> "redirect:" + site.at("/" + part.thread()) + "#" + part.part();
            case Place.Gone gone -> {
                response.setStatus(HttpStatus.GONE.value());
                model.addAttribute("head", described.gone(site));
                yield "page/web/gone";
            }
            case Place.Nowhere nowhere -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
