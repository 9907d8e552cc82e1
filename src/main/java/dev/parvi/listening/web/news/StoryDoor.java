package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Opening;
import dev.parvi.listening.Tipping;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.NotAMember;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One story with all that is known of it. */
@Controller
@RequestMapping("/b/{handle}/news/{id:\\d+}")
class StoryDoor {

    private final Opening opening;
    private final Tipping tipping;

    StoryDoor(Opening opening, Tipping tipping) {
        this.opening = opening;
        this.tipping = tipping;
    }

    @GetMapping
    String open(@PathVariable long id, Seat seat, Brand brand, Model model) {
        return shown(id, Optional.empty(), false, seat, brand, model);
    }

    /** One of its items, to be read. */
    @GetMapping("/items/{item:\\d+}")
    String read(
            @PathVariable long id,
            @PathVariable long item,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Brand brand,
            Model model) {
        return shown(id, Optional.of(new ItemId(item)), part, seat, brand, model);
    }

    private String shown(long id, Optional<ItemId> item, boolean part, Seat seat, Brand brand, Model model) {
        var opened = opening.open(seat, new StoryId(id), item);
        var where = opened.told().story().id();
        if (where.value() != id) {
            return "redirect:/b/" + brand.handle() + "/news/" + where;
        }
        model.addAttribute("opened", opened).addAttribute("answers", seat.may(Right.MODERATE));
        if (part) {
            return "listening/web/news/reading";
        }
        model.addAttribute("chart", GrowthChart.of(opened.told().growth()))
                .addAttribute("writes", seat.may(Right.WRITE));
        return "listening/web/news/story";
    }

    @PostMapping("/tips")
    String pass(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long to,
            @RequestParam(defaultValue = "") String words,
            Seat seat,
            Brand brand) {
        try {
            tipping.pass(seat, new StoryId(id), new MemberId(to), words);
            return "redirect:/b/" + brand.handle() + "/news/" + id + "?notice=listening.tip.said";
        } catch (NotAMember gone) {
            return "redirect:/b/" + brand.handle() + "/news/" + id + "?trouble=listening.tip.nobody";
        }
    }
}
