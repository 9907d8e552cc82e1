package dev.parvi.community.web.people;

import dev.parvi.brand.Brand;
import dev.parvi.community.Knowing;
import dev.parvi.community.PersonCard;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's card: the page, and the part that stands beside a conversation. */
@Controller
@RequestMapping("/b/{handle}/inbox/people/{id:\\d+}")
class PersonDoor {

    /** Of a card beside a conversation, so many utterances. */
    private static final int BRIEF = 5;

    private final Knowing knowing;

    PersonDoor(Knowing knowing) {
        this.knowing = knowing;
    }

    /**
     * @param talk the conversation it was opened from; 0 for none
     * @param q how somebody is called who could be the same person
     */
    @GetMapping
    String card(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long talk,
            @RequestParam(defaultValue = "0") long act,
            Seat seat,
            HttpServletRequest request,
            Model model) {
        var card = knowing.card(seat, id, after);
        shown(card, talk, seat, model);
        if ("person".equals(request.getHeader("HX-Target"))) {
            model.addAttribute(
                    "said", card.said().subList(0, Math.min(BRIEF, card.said().size())));
            return "community/web/people/beside";
        }
        model.addAttribute("q", q)
                .addAttribute("act", act)
                .addAttribute("first", after.isEmpty())
                .addAttribute("found", seat.may(Right.MODERATE) ? knowing.called(seat, id, q) : List.of())
                .addAttribute("typed", Map.of())
                .addAttribute("fault", "");
        return "community/web/people/person";
    }

    @PostMapping("/notes")
    String note(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean promise,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var day = day(due);
        var fault = promise && !due.isBlank() && day == null ? "due" : "";
        if (fault.isEmpty() && knowing.note(seat, id, text, promise, day)) {
            return back(brand, id, talk, "notice=community.person.noted");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        shown(knowing.card(seat, id, ""), talk, seat, model);
        model.addAttribute("q", "")
                .addAttribute("act", 0L)
                .addAttribute("first", true)
                .addAttribute("found", List.of())
                .addAttribute("typed", Map.of("text", text, "due", due, "promise", Boolean.toString(promise)))
                .addAttribute("fault", fault.isEmpty() ? "text" : fault);
        return "community/web/people/person";
    }

    @PostMapping("/notes/{note:\\d+}/keeping")
    String keep(
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam(defaultValue = "true") boolean kept,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand) {
        var done = knowing.keep(seat, id, note, kept);
        return back(brand, id, talk, done ? "notice=community.person.kept" : "trouble=community.person.moved");
    }

    @PostMapping("/notes/{note:\\d+}/removal")
    String drop(
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand) {
        var done = knowing.drop(seat, id, note);
        return back(brand, id, talk, done ? "notice=community.person.dropped" : "trouble=community.person.moved");
    }

    private static void shown(PersonCard card, long talk, Seat seat, Model model) {
        model.addAttribute("card", card)
                .addAttribute("chart", MoodChart.of(card.moods()))
                .addAttribute("talk", talk)
                .addAttribute("works", seat.may(Right.MODERATE))
                .addAttribute("manages", seat.may(Right.MANAGE));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String back(Brand brand, long id, long talk, String said) {
        return "redirect:/b/" + brand.handle() + "/inbox/people/" + id + "?" + (talk == 0 ? "" : "talk=" + talk + "&")
                + said;
    }
}
