package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Moderating;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Seat;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps order at the network, one utterance at a time. */
@Controller
@RequestMapping("/b/{handle}/inbox/{id:\\d+}/comments/{comment:\\d+}/moderation")
class ModerationDoor {

    private final Moderating moderating;

    ModerationDoor(Moderating moderating) {
        this.moderating = moderating;
    }

    @PostMapping
    String moderate(
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam Act act,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        String said;
        try {
            said = moderating
                    .moderate(seat, new ConversationId(id), new CommentId(comment), act)
                    .map(back -> "did=" + act.name() + "&undo=" + back.name())
                    .orElse("notice=community.moderated." + act.name());
        } catch (ConnectorFailed failed) {
            said = "trouble=" + Failure.told(failed);
        }
        return "redirect:/b/" + brand.handle() + "/inbox/" + id + "?"
                + Asked.of(parameters).query() + "&at=" + comment + "&" + said + "#c" + comment;
    }
}
