package dev.parvi.listening.web.topics;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Choosing;
import dev.parvi.listening.Choosing.Kept;
import dev.parvi.listening.Previewing;
import dev.parvi.listening.Ruling;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brand's topics. */
@Controller
@RequestMapping("/b/{handle}/topics")
class TopicsDoor {

    private final Choosing choosing;
    private final Previewing previewing;
    private final Ruling ruling;

    TopicsDoor(Choosing choosing, Previewing previewing, Ruling ruling) {
        this.choosing = choosing;
        this.previewing = previewing;
        this.ruling = ruling;
    }

    @Bean
    static Door topicsOnTheDoor() {
        return new Door("topics", "/topics", "search", 220, false);
    }

    @GetMapping
    String all(Seat seat, Model model) {
        model.addAttribute("lines", choosing.all(seat)).addAttribute("writes", seat.may(Right.WRITE));
        return "listening/web/topics/topics";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Model model) {
        model.addAttribute("whole", choosing.one(seat, new TopicId(id)))
                .addAttribute("rules", ruling.of(seat, new TopicId(id)))
                .addAttribute("writes", seat.may(Right.WRITE));
        return "listening/web/topics/topic";
    }

    @GetMapping("/new")
    String fresh(Seat seat, Model model) {
        seat.needs(Right.WRITE);
        return form(model, new TopicForm(0, "", "", "", null));
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Seat seat, Model model) {
        seat.needs(Right.WRITE);
        var topic = choosing.one(seat, new TopicId(id)).line().topic();
        return form(model, new TopicForm(id, topic.name(), topic.query(), "", previewing.preview(seat, topic.query())));
    }

    /** For those who type with scripts: the preview alone. */
    @PostMapping("/preview")
    String preview(@RequestParam(defaultValue = "") String query, Seat seat, Model model) {
        model.addAttribute("preview", previewing.preview(seat, query));
        return "listening/web/topics/preview";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String show,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        return show.isEmpty()
                ? kept(
                        choosing.add(seat, name, query),
                        new TopicForm(0, name, query, "", null),
                        seat,
                        brand,
                        model,
                        response)
                : shown(new TopicForm(0, name, query, "", null), seat, model);
    }

    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String show,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var form = new TopicForm(id, name, query, "", null);
        return show.isEmpty()
                ? kept(choosing.change(seat, new TopicId(id), name, query), form, seat, brand, model, response)
                : shown(form, seat, model);
    }

    @PostMapping("/{id:\\d+}/muting")
    String mute(@PathVariable long id, @RequestParam boolean muted, Seat seat, Brand brand) {
        choosing.mute(seat, new TopicId(id), muted);
        return back(brand, "/" + id, muted ? "muted" : "unmuted");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        choosing.remove(seat, new TopicId(id));
        return back(brand, "", "removed");
    }

    private String kept(Kept kept, TopicForm form, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        if (kept instanceof Kept.Done done) {
            return back(brand, "/" + done.id(), "kept");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var wrong = kept instanceof Kept.Refused refused ? "listening.topic.fault." + refused.reason() : "";
        return shown(new TopicForm(form.id(), form.name(), form.query(), wrong, null), seat, model);
    }

    private String shown(TopicForm form, Seat seat, Model model) {
        var preview = previewing.preview(seat, form.query());
        return form(model, new TopicForm(form.id(), form.name(), form.query(), form.nameError(), preview));
    }

    private static String form(Model model, TopicForm form) {
        model.addAttribute("form", form);
        return "listening/web/topics/form";
    }

    private static String back(Brand brand, String place, String notice) {
        return "redirect:/b/" + brand.handle() + "/topics" + place + "?notice=listening.topic." + notice;
    }
}
