package dev.parvi.listening.web.topics;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Ruling;
import dev.parvi.listening.TopicRule;
import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Of what a member was told by their rules, and the rules. */
@Controller
@RequestMapping("/b/{handle}/topics/alerts")
class RulesDoor {

    private final Ruling ruling;

    RulesDoor(Ruling ruling) {
        this.ruling = ruling;
    }

    /** @param topic which is chosen in the form; 0 for any */
    @GetMapping
    String all(@RequestParam(defaultValue = "0") long topic, Seat seat, Model model) {
        model.addAttribute("told", ruling.all(seat)).addAttribute("chosen", topic);
        return "listening/web/topics/rules";
    }

    /** @param topic 0 for any */
    @PostMapping
    String add(
            @RequestParam(defaultValue = "0") long topic,
            @RequestParam(defaultValue = "EACH") Condition condition,
            @RequestParam(defaultValue = "3") int many,
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "60") int quiet,
            @RequestParam(defaultValue = "false") boolean mail,
            @RequestParam(defaultValue = "false") boolean push,
            Seat seat,
            Brand brand) {
        var rule = new TopicRule(
                0,
                topic == 0 ? null : new TopicId(topic),
                condition,
                many,
                hours,
                mail,
                push,
                Duration.ofMinutes(quiet));
        return ruling.add(seat, rule) ? back(brand, "notice", "kept") : back(brand, "trouble", "most");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        ruling.remove(seat, id);
        return back(brand, "notice", "removed");
    }

    private static String back(Brand brand, String how, String what) {
        return "redirect:/b/" + brand.handle() + "/topics/alerts?" + how + "=listening.rule." + what;
    }
}
