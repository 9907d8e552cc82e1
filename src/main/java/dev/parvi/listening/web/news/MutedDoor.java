package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Following;
import dev.parvi.listening.Hushing;
import dev.parvi.listening.Source;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What nobody wants to hear of: words, sources, stories. */
@Controller
@RequestMapping("/b/{handle}/news/muted")
class MutedDoor {

    private final Hushing hushing;
    private final Following following;

    MutedDoor(Hushing hushing, Following following) {
        this.hushing = hushing;
        this.following = following;
    }

    @GetMapping
    String muted(Seat seat, Model model) {
        model.addAttribute("words", hushing.words(seat))
                .addAttribute(
                        "sources",
                        following.all(seat).stream().filter(Source::muted).toList())
                .addAttribute("typed", "")
                .addAttribute("fault", "")
                .addAttribute("writes", seat.may(Right.WRITE));
        return "listening/web/news/muted";
    }

    @PostMapping("/words")
    String mute(@RequestParam(defaultValue = "") String word, Seat seat, Brand brand, Model model) {
        var done = hushing.word(seat, word);
        if (done == Hushing.Muted.DONE) {
            return "redirect:/b/" + brand.handle() + "/news/muted?notice=listening.muted.said.word";
        }
        var page = muted(seat, model);
        model.addAttribute("typed", word).addAttribute("fault", "listening.muted.fault." + done.name());
        return page;
    }

    @PostMapping("/words/{id:\\d+}/removal")
    String unmute(@PathVariable long id, Seat seat, Brand brand) {
        hushing.unmuteWord(seat, id);
        return "redirect:/b/" + brand.handle() + "/news/muted?notice=listening.muted.said.unmuted";
    }
}
