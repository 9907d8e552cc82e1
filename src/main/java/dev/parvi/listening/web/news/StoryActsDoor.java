package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Hushing;
import dev.parvi.listening.Picking;
import dev.parvi.listening.Ranking;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is done to stories in the list: each act answers with its row, or goes back to the list where no script runs. */
@Controller
@RequestMapping("/b/{handle}/news")
class StoryActsDoor {

    private final Picking picking;
    private final Hushing hushing;
    private final Ranking ranking;
    private final Clock clock;

    StoryActsDoor(Picking picking, Hushing hushing, Ranking ranking, Clock clock) {
        this.picking = picking;
        this.hushing = hushing;
        this.ranking = ranking;
        this.clock = clock;
    }

    /** @param act {@code save}, {@code unsave}, {@code dismiss}, {@code undismiss}, {@code see}, {@code unsee}, {@code mute} or {@code unmute} */
    @PostMapping("/{id:\\d+}/acts")
    String act(
            @PathVariable long id,
            @RequestParam String act,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Brand brand,
            Model model) {
        done(seat, new StoryId(id), act);
        var asked = Asked.of(parameters);
        if (!part) {
            return "redirect:/b/" + brand.handle()
                    + (parameters.containsKey("here") ? "/news/" + id + "?" : "/news?" + asked.query() + "&")
                    + "notice=listening.news.said." + act;
        }
        model.addAttribute("ranked", ranking.one(seat, new StoryId(id)))
                .addAttribute("asked", asked)
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("now", clock.instant());
        return "listening/web/news/row";
    }

    /** All that stand on a page. */
    @PostMapping("/seen")
    String seen(
            @RequestParam(defaultValue = "") List<Long> c,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        picking.seen(seat, c.stream().map(StoryId::new).toList());
        return "redirect:/b/" + brand.handle() + "/news?" + Asked.of(parameters).query()
                + "&notice=listening.news.said.see";
    }

    private void done(Seat seat, StoryId id, String act) {
        var story = List.of(id);
        switch (act) {
            case "save" -> picking.save(seat, story, true);
            case "unsave" -> picking.save(seat, story, false);
            case "dismiss" -> picking.dismiss(seat, story, true);
            case "undismiss" -> picking.dismiss(seat, story, false);
            case "see" -> picking.seen(seat, story);
            case "unsee" -> picking.unseen(seat, story);
            case "mute" -> hushing.story(seat, id, true);
            case "unmute" -> hushing.story(seat, id, false);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such act");
        }
    }
}
