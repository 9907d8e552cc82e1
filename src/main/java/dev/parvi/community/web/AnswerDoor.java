package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Answering;
import dev.parvi.community.CannotAnswer;
import dev.parvi.community.Conversing;
import dev.parvi.community.Drafting;
import dev.parvi.community.Handling;
import dev.parvi.community.Minding;
import dev.parvi.community.OwnAnswer;
import dev.parvi.community.VoiceChecked;
import dev.parvi.community.VoiceChecking;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers, from the first letter typed to the second person's yes. */
@Controller
@RequestMapping("/b/{handle}/inbox")
class AnswerDoor {

    private final Answering answering;
    private final Drafting drafting;
    private final Conversing conversing;
    private final Handling handling;
    private final Minding minding;
    private final VoiceChecking checking;
    private final Written written;

    AnswerDoor(
            Answering answering,
            Drafting drafting,
            Conversing conversing,
            Handling handling,
            Minding minding,
            VoiceChecking checking,
            Written written) {
        this.answering = answering;
        this.drafting = drafting;
        this.conversing = conversing;
        this.handling = handling;
        this.minding = minding;
        this.checking = checking;
        this.written = written;
    }

    /** What has been typed so far: kept, counted and drawn. */
    @PostMapping("/{id:\\d+}/draft")
    String draft(
            @PathVariable long id,
            @RequestParam long comment,
            @RequestParam(defaultValue = "") String text,
            Seat seat,
            Model model) {
        var conversation = new ConversationId(id);
        drafting.keep(seat, conversation, new CommentId(comment), text);
        var dialogue = conversing.open(
                seat, conversation, Optional.of(new CommentId(comment)), Optional.of(new CommentId(comment)));
        model.addAttribute("form", written.of(dialogue, text, "", UUID.randomUUID(), null, ""))
                .addAttribute("dialogue", dialogue);
        return "community/web/written";
    }

    @GetMapping("/{id:\\d+}/writers")
    String writers(@PathVariable long id, Seat seat, Model model) {
        model.addAttribute("id", id).addAttribute("writers", conversing.writers(seat, new ConversationId(id)));
        return "community/web/writers";
    }

    /** @param then {@code done} to be through with the conversation as well */
    @PostMapping("/{id:\\d+}/answers")
    String answer(
            @PathVariable long id,
            @RequestParam long comment,
            @RequestParam(defaultValue = "") String text,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String voice,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var conversation = new ConversationId(id);
        var answered = new CommentId(comment);
        var checked = checking.check(seat, answered, text);
        var why = "";
        if (checked.passes(voice)) {
            try {
                var state =
                        answering.answer(seat, conversation, answered, text, key, parameters.containsKey("tracked"));
                var done = then.equals("done") && state == OwnAnswer.State.HANDED;
                if (done) {
                    handling.finish(seat, List.of(conversation));
                }
                return back(brand, id, parameters, "notice", "community.answer." + (done ? "DONE" : state.name()));
            } catch (CannotAnswer cannot) {
                why = cannot.why().name();
            }
        }
        var tried = new Tried(conversation, answered, text, why, key, checked, voice);
        return again(tried, parameters, seat, model, response);
    }

    /** An answer that wasn't let go, as it was typed. */
    private record Tried(
            ConversationId conversation,
            CommentId comment,
            String text,
            String why,
            UUID key,
            VoiceChecked checked,
            String voice) {}

    private String again(
            Tried tried, Map<String, String> parameters, Seat seat, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var comment = Optional.of(tried.comment());
        var dialogue = conversing.open(seat, tried.conversation(), comment, comment);
        var asked = Asked.of(parameters);
        var form = written.of(dialogue, tried.text(), tried.why(), tried.key(), tried.checked(), tried.voice())
                .tracking(parameters.containsKey("tracked"));
        model.addAttribute("asked", asked)
                .addAttribute("answers", seat.may(Right.MODERATE))
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("dialogue", dialogue)
                .addAttribute("form", form)
                .addAttribute("inbox", minding.inbox(seat, asked.sieve(seat), ""))
                .addAttribute("first", true);
        return "community/web/inbox";
    }

    @PostMapping("/answers/{id:\\d+}/approval")
    String approve(@PathVariable long id, @RequestParam Map<String, String> parameters, Seat seat, Brand brand) {
        return decided(brand, parameters, "community.answer.HANDED", () -> answering.approve(seat, id));
    }

    @PostMapping("/answers/{id:\\d+}/refusal")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        return decided(brand, parameters, "community.answer.REFUSED", () -> answering.refuse(seat, id, reason));
    }

    @PostMapping("/answers/{id:\\d+}/withdrawal")
    String withdraw(@PathVariable long id, @RequestParam Map<String, String> parameters, Seat seat, Brand brand) {
        return decided(brand, parameters, "community.answer.WITHDRAWN", () -> answering.withdraw(seat, id));
    }

    private static String decided(
            Brand brand, Map<String, String> parameters, String notice, Supplier<ConversationId> act) {
        try {
            return back(brand, act.get().value(), parameters, "notice", notice);
        } catch (CannotAnswer cannot) {
            var asked = Asked.of(parameters);
            var in = parameters.getOrDefault("in", "").matches("\\d{1,18}") ? "/" + parameters.get("in") : "";
            return "redirect:/b/" + brand.handle() + "/inbox" + in + "?" + asked.query()
                    + "&trouble=community.answer.cannot." + cannot.why().name();
        }
    }

    static String back(Brand brand, long id, Map<String, String> parameters, String kind, String key) {
        return "redirect:/b/" + brand.handle() + "/inbox/" + id + "?"
                + Asked.of(parameters).query() + "&" + kind + "=" + key;
    }
}
