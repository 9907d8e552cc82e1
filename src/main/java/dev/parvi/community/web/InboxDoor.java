package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Conversing;
import dev.parvi.community.Dialogue;
import dev.parvi.community.Minding;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: the list, and the conversation that is open beside it. A part that is asked for by name comes alone. */
@Controller
@RequestMapping("/b/{handle}/inbox")
class InboxDoor {

    private final Minding minding;
    private final Conversing conversing;
    private final Written written;

    InboxDoor(Minding minding, Conversing conversing, Written written) {
        this.minding = minding;
        this.conversing = conversing;
        this.written = written;
    }

    @Bean
    static Door inboxOnTheDoor() {
        return new Door("inbox", "/inbox", "inbox", 110, true, Set.of("MANAGER", "MODERATOR", "APPROVER"))
                .with("/conflicts");
    }

    @GetMapping
    String list(@RequestParam Map<String, String> parameters, Seat seat, HttpServletRequest request, Model model) {
        return shown(parameters, null, seat, request, model);
    }

    @GetMapping("/{id:\\d+}")
    String one(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            HttpServletRequest request,
            Model model) {
        var dialogue =
                conversing.open(seat, new ConversationId(id), number(parameters, "at"), number(parameters, "answer"));
        return shown(parameters, dialogue, seat, request, model);
    }

    private String shown(
            Map<String, String> parameters,
            @Nullable Dialogue dialogue,
            Seat seat,
            HttpServletRequest request,
            Model model) {
        var asked = Asked.of(parameters);
        model.addAttribute("asked", asked)
                .addAttribute("answers", seat.may(Right.MODERATE))
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("dialogue", dialogue);
        var part = request.getHeader("HX-History-Restore-Request") == null ? request.getHeader("HX-Target") : null;
        if (dialogue != null) {
            model.addAttribute("form", written.of(dialogue));
            if ("talk".equals(part)) {
                return "community/web/talk";
            }
            if ("lines".equals(part)) {
                return "community/web/lines";
            }
        }
        model.addAttribute("inbox", minding.inbox(seat, asked.sieve(seat), parameters.getOrDefault("after", "")))
                .addAttribute("first", !parameters.containsKey("after"))
                .addAttribute("act", parameters.getOrDefault("act", ""))
                .addAttribute("acted", parameters.getOrDefault("acted", ""))
                .addAttribute("undo", Undo.of(parameters))
                .addAttribute("taught", TaughtNotice.of(parameters.getOrDefault("taught", "")));
        return "list".equals(part) ? "community/web/list" : "community/web/inbox";
    }

    @PostMapping("/views")
    String keep(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean everybodys,
            Seat seat,
            Brand brand) {
        var asked = Asked.of(parameters);
        var kept = minding.keep(seat, name, everybodys, asked.kept());
        return "redirect:/b/" + brand.handle() + "/inbox?" + asked.query()
                + (kept ? "&notice=community.view.kept" : "&trouble=community.view.name");
    }

    @PostMapping("/views/{id:\\d+}/removal")
    String forget(@PathVariable long id, Seat seat, Brand brand) {
        minding.forget(seat, id);
        return "redirect:/b/" + brand.handle() + "/inbox?notice=community.view.gone";
    }

    private static Optional<CommentId> number(Map<String, String> parameters, String name) {
        var value = parameters.getOrDefault(name, "");
        return value.matches("\\d{1,18}") ? Optional.of(new CommentId(Long.parseLong(value))) : Optional.empty();
    }
}
