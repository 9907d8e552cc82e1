package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.ScribeFailed;
import dev.parvi.community.Conversing;
import dev.parvi.community.Dialogue;
import dev.parvi.community.Drafting;
import dev.parvi.community.Minding;
import dev.parvi.community.Suggesting;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts and summaries by an outside model, each asked for by a click. */
@Controller
@RequestMapping("/b/{handle}/inbox/{id:\\d+}")
class SuggestionDoor {

    private final Suggesting suggesting;
    private final Drafting drafting;
    private final Conversing conversing;
    private final Minding minding;
    private final Written written;

    SuggestionDoor(Suggesting suggesting, Drafting drafting, Conversing conversing, Minding minding, Written written) {
        this.suggesting = suggesting;
        this.drafting = drafting;
        this.conversing = conversing;
        this.minding = minding;
        this.written = written;
    }

    /** What is typed is kept first, and stays: an empty box is filled, beside any other the draft waits. */
    @PostMapping("/suggestion")
    String draft(
            @PathVariable long id,
            @RequestParam long comment,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            HttpServletRequest request,
            Model model) {
        var conversation = new ConversationId(id);
        var answered = new CommentId(comment);
        drafting.keep(seat, conversation, answered, text);
        var suggested = "";
        ScribeFailed failed = null;
        try {
            suggested = suggesting.draft(seat, conversation, answered);
        } catch (ScribeFailed e) {
            failed = e;
        }
        var part = request.getHeader("HX-Request") != null;
        return shown(new Asking(conversation, answered, text, suggested, failed, part), parameters, seat, model);
    }

    private record Asking(
            ConversationId conversation,
            CommentId comment,
            String text,
            String suggested,
            @Nullable ScribeFailed failed,
            boolean part) {}

    private String shown(Asking asking, Map<String, String> parameters, Seat seat, Model model) {
        var comment = Optional.of(asking.comment());
        var dialogue = conversing.open(seat, asking.conversation(), comment, comment);
        // Without a script nobody else could put it into the box.
        var fills = !asking.part() && asking.text().isBlank();
        var text = fills ? asking.suggested() : asking.text();
        var form = written.of(dialogue, text, "", UUID.randomUUID(), null, "")
                .suggesting(fills ? "" : asking.suggested(), asking.failed());
        if (asking.part()) {
            model.addAttribute("form", form);
            return "community/web/suggestion";
        }
        return whole(dialogue, form, parameters, seat, model);
    }

    private String whole(Dialogue dialogue, AnswerForm form, Map<String, String> parameters, Seat seat, Model model) {
        var asked = Asked.of(parameters);
        model.addAttribute("form", form)
                .addAttribute("asked", asked)
                .addAttribute("answers", seat.may(Right.MODERATE))
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("dialogue", dialogue)
                .addAttribute("inbox", minding.inbox(seat, asked.sieve(seat), ""))
                .addAttribute("first", true);
        return "community/web/inbox";
    }

    @PostMapping("/summary")
    String summarise(
            @PathVariable long id, @RequestParam Map<String, String> parameters, Seat seat, Brand brand, Model model) {
        var conversation = new ConversationId(id);
        try {
            suggesting.summarise(seat, conversation);
            return AnswerDoor.back(brand, id, parameters, "notice", "community.summary.made");
        } catch (ScribeFailed e) {
            var dialogue = conversing.open(seat, conversation, Optional.empty(), Optional.empty());
            return whole(dialogue, written.of(dialogue).unsummed(e), parameters, seat, model);
        }
    }

    @PostMapping("/summary/removal")
    String forget(@PathVariable long id, @RequestParam Map<String, String> parameters, Seat seat, Brand brand) {
        suggesting.forget(seat, new ConversationId(id));
        return AnswerDoor.back(brand, id, parameters, "notice", "community.summary.gone");
    }
}
