package dev.parvi.planning.web;

import dev.parvi.brand.Brand;
import dev.parvi.planning.PickingUp;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From news to post. The part stands on the story's page, and alone where no script runs. */
@Controller
@RequestMapping("/b/{handle}/posts/from-story/{story:\\d+}")
class StoryPostsDoor {

    private final PickingUp pickingUp;

    StoryPostsDoor(PickingUp pickingUp) {
        this.pickingUp = pickingUp;
    }

    @GetMapping
    String offer(
            @PathVariable long story,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Model model) {
        model.addAttribute("offer", pickingUp.offer(seat, new StoryId(story)))
                .addAttribute("writes", seat.may(Right.WRITE));
        return part ? "planning/web/storyoffer" : "planning/web/story";
    }

    @PostMapping
    String write(@PathVariable long story, @RequestParam(defaultValue = "0") long pillar, Seat seat, Brand brand) {
        var post = pickingUp.write(seat, new StoryId(story), pillar == 0 ? null : new PillarId(pillar));
        return "redirect:/b/" + brand.handle() + "/posts/" + post + "?notice=planning.story.written";
    }

    @PostMapping("/idea")
    String keep(@PathVariable long story, Seat seat, Brand brand) {
        pickingUp.keep(seat, new StoryId(story));
        return "redirect:/b/" + brand.handle() + "/news/" + story + "?notice=planning.story.kept";
    }
}
