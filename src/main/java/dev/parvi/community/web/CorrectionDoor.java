package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Correcting;
import dev.parvi.community.Correcting.Stated;
import dev.parvi.community.Correcting.Taught;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Seat;
import dev.parvi.text.Language;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was understood wrong is put right, one utterance or many at once, and taken back. */
@Controller
@RequestMapping("/b/{handle}/inbox")
class CorrectionDoor {

    private final Correcting correcting;

    CorrectionDoor(Correcting correcting) {
        this.correcting = correcting;
    }

    /** The form: in its place in the conversation where that asks for it, else as a page. */
    @GetMapping("/{id:\\d+}/comments/{comment:\\d+}/correction")
    String form(
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam(defaultValue = "false") boolean drawn,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("said", correcting.look(seat, new ConversationId(id), new CommentId(comment)))
                .addAttribute("conversation", id)
                .addAttribute("asked", Asked.of(parameters))
                .addAttribute("drawn", drawn);
        var target = request.getHeader("HX-Target");
        return target != null && target.startsWith("correct-") ? "community/web/correct" : "community/web/correction";
    }

    /** @param language a code of ISO 639; what is none is left as it was */
    @PostMapping("/{id:\\d+}/comments/{comment:\\d+}/correction")
    String correct(
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam(name = "said.mood") Optional<Mood> mood,
            @RequestParam(name = "said.mark", defaultValue = "") Set<Mark> marks,
            @RequestParam(name = "said.language", defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean drawn,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var stated =
                new Stated(mood.orElse(null), marks, language.matches("[a-z]{2,3}") ? new Language(language) : null);
        var taught = correcting.correct(seat, new ConversationId(id), new CommentId(comment), stated, drawn);
        if (drawn) {
            return "redirect:/b/" + brand.handle() + "/inbox/lessons?" + said(taught);
        }
        return "redirect:/b/" + brand.handle() + "/inbox/" + id + "?"
                + Asked.of(parameters).query() + "&at=" + comment + "&" + said(taught, "taught.same") + "#c" + comment;
    }

    /**
     * The newest utterance of each conversation.
     *
     * @param c the conversations
     * @param as what it is, or isn't
     * @param in the conversation that is open beside the list; 0 for none
     */
    @PostMapping("/corrections")
    String mark(
            @RequestParam(defaultValue = "") List<Long> c,
            @RequestParam Mark as,
            @RequestParam(defaultValue = "true") boolean there,
            @RequestParam(name = "in", defaultValue = "0") long in,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var ids = c.stream().distinct().map(ConversationId::new).toList();
        var said = ids.isEmpty()
                ? "trouble=community.acts.none"
                : said(correcting.mark(seat, ids, as, there), "taught.all");
        return back(brand, in, parameters, said);
    }

    /** @param from {@code lessons} to come back to the page of what was taught */
    @PostMapping("/corrections/{act}/undo")
    String undo(
            @PathVariable UUID act,
            @RequestParam(name = "in", defaultValue = "0") long in,
            @RequestParam(defaultValue = "") String from,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var said = correcting.undo(seat, act) > 0 ? "notice=community.taught.undone" : "trouble=community.acts.gone";
        return from.equals("lessons")
                ? "redirect:/b/" + brand.handle() + "/inbox/lessons?" + said
                : back(brand, in, parameters, said);
    }

    /** What was taught is said with an undo. */
    private static String said(Taught taught, String nothing) {
        return taught.n() == 0 ? "notice=community." + nothing : said(taught);
    }

    private static String said(Taught taught) {
        return "taught=" + taught.act() + "." + taught.n();
    }

    private static String back(Brand brand, long in, Map<String, String> parameters, String said) {
        return "redirect:/b/" + brand.handle() + "/inbox" + (in == 0 ? "" : "/" + in) + "?"
                + Asked.of(parameters).query() + "&" + said;
    }
}
