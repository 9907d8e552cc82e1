package dev.parvi.listening.web.news;

import dev.parvi.listening.Dawning;
import dev.parvi.listening.Following;
import dev.parvi.listening.Leading;
import dev.parvi.listening.Ranking;
import dev.parvi.listening.Rising;
import dev.parvi.listening.StoryList.Place;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page one opens in the morning: the few stories that matter. */
@Controller
@RequestMapping("/b/{handle}/news")
class NewsDoor {

    /** So few that one reads them all. */
    private static final int FEW = 20;

    private static final int EACH = 40;

    private final Ranking ranking;
    private final Rising rising;
    private final Leading leading;
    private final Following following;
    private final Dawning dawning;

    NewsDoor(Ranking ranking, Rising rising, Leading leading, Following following, Dawning dawning) {
        this.ranking = ranking;
        this.rising = rising;
        this.leading = leading;
        this.following = following;
        this.dawning = dawning;
    }

    @Bean
    static Door newsOnTheDoor() {
        return new Door("news", "/news", "news", 210, true);
    }

    @GetMapping
    String news(@RequestParam Map<String, String> parameters, Seat seat, HttpServletRequest request, Model model) {
        var asked = Asked.of(parameters);
        var after = Place.of(parameters.getOrDefault("after", ""));
        model.addAttribute("asked", asked)
                .addAttribute("first", after == null)
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("sources", following.all(seat))
                .addAttribute(
                        "stories",
                        asked.weighed()
                                ? ranking.top(seat, asked.filter(), FEW)
                                : ranking.page(seat, asked.filter(), after, EACH));
        if ("stories".equals(request.getHeader("HX-Target"))
                && request.getHeader("HX-History-Restore-Request") == null) {
            return "listening/web/news/stories";
        }
        model.addAttribute("rising", rising.now(seat))
                .addAttribute("lead", leading.record(seat))
                .addAttribute("morning", dawning.morning(seat))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "listening/web/news/news";
    }
}
