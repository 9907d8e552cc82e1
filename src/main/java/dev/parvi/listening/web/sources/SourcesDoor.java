package dev.parvi.listening.web.sources;

import dev.parvi.brand.Brand;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.listening.Discovering;
import dev.parvi.listening.Following;
import dev.parvi.listening.NewSource;
import dev.parvi.listening.Source.Kind;
import dev.parvi.listening.TuningIn;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where we read: the list, and what comes to it. */
@Controller
@RequestMapping("/b/{handle}/news")
class SourcesDoor {

    private final Following following;
    private final Discovering discovering;
    private final TuningIn tuningIn;
    private final Clock clock;

    SourcesDoor(Following following, Discovering discovering, TuningIn tuningIn, Clock clock) {
        this.following = following;
        this.discovering = discovering;
        this.tuningIn = tuningIn;
        this.clock = clock;
    }

    @GetMapping("/sources")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "0") int at,
            Seat seat,
            Model model) {
        return shown(
                new Shelf.Asked(q, state, topic), at, Adding.NOTHING, Tapping.of(tuningIn.choices(seat)), seat, model);
    }

    /** Where networks had a page of their own. */
    @GetMapping("/networks")
    String moved(Brand brand) {
        return "redirect:/b/" + brand.handle() + "/news/sources#tapping";
    }

    /** Looks what there is to follow at an address, or at a place on a page. */
    @PostMapping("/sources/finding")
    String find(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String selector,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Model model) {
        var found =
                selector.isBlank() ? discovering.at(seat, address) : discovering.page(seat, address, selector.strip());
        var adding = new Adding(address, selector, found);
        if (part) {
            model.addAttribute("adding", adding);
            return "listening/web/sources/adding";
        }
        return shown(new Shelf.Asked("", "", ""), 0, adding, Tapping.of(tuningIn.choices(seat)), seat, model);
    }

    @PostMapping("/sources")
    String add(
            @RequestParam Kind kind,
            @RequestParam String address,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String selector,
            @RequestParam(defaultValue = "") String topics,
            Seat seat,
            Brand brand) {
        var source = kind == Kind.PAGE
                ? NewSource.page(address, selector.strip())
                : NewSource.feed(address, title, tags(topics));
        return followed(brand, following.add(seat, source));
    }

    /** Something on a network: an account, a tag, a search. */
    @PostMapping("/sources/network")
    String tap(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            return followed(brand, tuningIn.follow(seat, key, typed));
        } catch (ConnectorFailed e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var tapping = new Tapping(tuningIn.choices(seat), key, typed, e.fault());
            return shown(new Shelf.Asked("", "", ""), 0, Adding.NOTHING, tapping, seat, model);
        }
    }

    private static String followed(Brand brand, Following.Followed source) {
        var sources = "redirect:/b/" + brand.handle() + "/news/sources";
        return source.fresh()
                ? sources + "?notice=listening.sources.said.added#source-" + source.id()
                : sources + "/" + source.id() + "?notice=listening.sources.said.known";
    }

    private static List<String> tags(String typed) {
        return Arrays.stream(typed.split(",")).map(String::strip).toList();
    }

    private String shown(Shelf.Asked asked, int at, Adding adding, Tapping tapping, Seat seat, Model model) {
        model.addAttribute("shelf", Shelf.of(following.all(seat), asked, at, clock.instant()))
                .addAttribute("adding", adding)
                .addAttribute("tapping", tapping)
                .addAttribute("writes", seat.may(Right.WRITE));
        return "listening/web/sources/list";
    }
}
