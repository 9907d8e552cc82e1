package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Handling;
import dev.parvi.community.Handling.Done;
import dev.parvi.community.Noting;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done to conversations, one or many at once, and taken back. */
@Controller
@RequestMapping("/b/{handle}/inbox")
class HandlingDoor {

    private final Handling handling;
    private final Noting noting;
    private final Clock clock;

    HandlingDoor(Handling handling, Noting noting, Clock clock) {
        this.handling = handling;
        this.noting = noting;
        this.clock = clock;
    }

    /**
     * @param c the conversations
     * @param act {@code done}, {@code open}, {@code assign} or {@code snooze}
     * @param in the conversation that is open beside the list; 0 for none
     */
    @PostMapping("/acts")
    String act(
            @RequestParam(defaultValue = "") List<Long> c,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = "to", defaultValue = "0") long assignee,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(name = "in", defaultValue = "0") long in,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var ids = c.stream().distinct().map(ConversationId::new).toList();
        if (ids.isEmpty()) {
            return back(brand, in, parameters, "&trouble=community.acts.none");
        }
        try {
            var done = done(seat, brand, ids, act, assignee, until);
            return back(brand, in, parameters, "&act=" + done.number() + "&acted=" + act + "." + done.n());
        } catch (IllegalArgumentException senseless) {
            return back(brand, in, parameters, "&trouble=community.acts.until");
        }
    }

    private Done done(Seat seat, Brand brand, List<ConversationId> ids, String act, long assignee, String until) {
        return switch (act) {
            case "done" -> handling.finish(seat, ids);
            case "assign" -> handling.assign(seat, ids, new MemberId(assignee));
            case "snooze" -> handling.snooze(seat, ids, Until.of(until, clock.instant(), brand.zone()));
            default -> handling.open(seat, ids);
        };
    }

    @PostMapping("/acts/{number:\\d+}/undo")
    String undo(
            @PathVariable long number,
            @RequestParam(name = "in", defaultValue = "0") long in,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var n = handling.undo(seat, number);
        return back(brand, in, parameters, n > 0 ? "&notice=community.acts.undone" : "&trouble=community.acts.gone");
    }

    @PostMapping("/{id:\\d+}/notes")
    String note(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        var noted = noting.note(seat, new ConversationId(id), text);
        return back(brand, id, parameters, noted ? "&notice=community.notes.kept" : "&trouble=community.notes.empty");
    }

    private static String back(Brand brand, long in, Map<String, String> parameters, String said) {
        return "redirect:/b/" + brand.handle() + "/inbox" + (in == 0 ? "" : "/" + in) + "?"
                + Asked.of(parameters).query() + said;
    }
}
