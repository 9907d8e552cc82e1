package dev.parvi.community.web.discussion;

import dev.parvi.brand.Brand;
import dev.parvi.community.Discussing;
import dev.parvi.community.Nudging;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How people talk with each other; and the drafts that could bring a talk back to life. */
@Controller
@RequestMapping("/b/{handle}/inbox/discussion")
class DiscussionDoor {

    private final Discussing discussing;
    private final Nudging nudging;

    DiscussionDoor(Discussing discussing, Nudging nudging) {
        this.discussing = discussing;
        this.nudging = nudging;
    }

    @GetMapping
    String discussion(Seat seat, Model model) {
        model.addAttribute("discussion", discussing.discussion(seat))
                .addAttribute("answers", seat.may(Right.MODERATE))
                .addAttribute("writes", seat.may(Right.WRITE));
        return "community/web/discussion/discussion";
    }

    @PostMapping("/answers/{conversation:\\d+}")
    String answer(@PathVariable long conversation, Seat seat, Brand brand) {
        var begun = nudging.answer(seat, new ConversationId(conversation));
        return "redirect:/b/" + brand.handle() + "/inbox/" + conversation
                + begun.map(comment -> "?notice=community.nudge.begun&answer=" + comment + "#answer")
                        .orElse("?trouble=community.nudge.nothing");
    }

    /** @param spoken whether somebody had spoken under it */
    @PostMapping("/posts/{delivery:\\d+}")
    String post(
            @PathVariable long delivery, @RequestParam(defaultValue = "false") boolean spoken, Seat seat, Brand brand) {
        return "redirect:/b/" + brand.handle()
                + nudging.post(seat, new DeliveryId(delivery), spoken)
                        .map(post -> "/posts/" + post)
                        .orElse("/inbox/discussion?trouble=community.nudge.gone");
    }
}
