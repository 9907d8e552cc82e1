package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.CannotAnswer;
import dev.parvi.community.Joining;
import dev.parvi.shared.ItemId;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From a post that was found by listening to the place where it's answered. */
@Controller
class JoiningDoor {

    private final Joining joining;

    JoiningDoor(Joining joining) {
        this.joining = joining;
    }

    @PostMapping("/b/{handle}/news/items/{item:\\d+}/answer")
    String join(@PathVariable long item, Seat seat, Brand brand) {
        try {
            return "redirect:/b/" + brand.handle() + "/inbox/" + joining.join(seat, new ItemId(item));
        } catch (CannotAnswer e) {
            return "redirect:/b/" + brand.handle() + "/news?trouble=community.answer.cannot."
                    + e.why().name();
        }
    }
}
