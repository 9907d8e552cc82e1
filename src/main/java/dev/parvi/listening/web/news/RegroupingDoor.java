package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Ranking;
import dev.parvi.listening.Regrouping;
import dev.parvi.listening.StoryFilter;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Seat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Wrong grouping is put right by hand. */
@Controller
@RequestMapping("/b/{handle}/news/{id:\\d+}")
class RegroupingDoor {

    private static final int OFFERED = 12;

    private final Regrouping regrouping;
    private final Ranking ranking;

    RegroupingDoor(Regrouping regrouping, Ranking ranking) {
        this.regrouping = regrouping;
        this.ranking = ranking;
    }

    /** Which other story tells the same. */
    @GetMapping("/merging")
    String others(@PathVariable long id, @RequestParam(defaultValue = "") String q, Seat seat, Model model) {
        var filter = StoryFilter.NEW.words(q.strip());
        model.addAttribute("story", ranking.one(seat, new StoryId(id)).story())
                .addAttribute("q", q)
                .addAttribute("others", ranking.page(seat, filter, null, OFFERED));
        return "listening/web/news/merging";
    }

    @PostMapping("/merging")
    String merge(@PathVariable long id, @RequestParam long from, Seat seat, Brand brand) {
        regrouping.merge(seat, new StoryId(id), new StoryId(from));
        return "redirect:/b/" + brand.handle() + "/news/" + id + "?notice=listening.story.merged";
    }

    /** @param c the items that tell something else */
    @PostMapping("/splitting")
    String split(@PathVariable long id, @RequestParam(defaultValue = "") List<Long> c, Seat seat, Brand brand) {
        var fresh = regrouping.split(
                seat, new StoryId(id), c.stream().map(ItemId::new).toList());
        return "redirect:/b/" + brand.handle() + "/news/" + fresh
                + (fresh.value() == id ? "?trouble=listening.story.unsplit" : "?notice=listening.story.split");
    }
}
