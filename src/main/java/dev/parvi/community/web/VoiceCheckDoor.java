package dev.parvi.community.web;

import dev.parvi.community.VoiceChecking;
import dev.parvi.shared.CommentId;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The voice check as one types. */
@Controller
class VoiceCheckDoor {

    private final VoiceChecking checking;

    VoiceCheckDoor(VoiceChecking checking) {
        this.checking = checking;
    }

    @PostMapping("/b/{handle}/voice")
    String check(
            Seat seat,
            @RequestParam(defaultValue = "0") long comment,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String voice,
            Model model) {
        model.addAttribute("checked", checking.check(seat, new CommentId(comment), text))
                .addAttribute("confirmed", voice)
                .addAttribute("refused", false);
        return "community/web/voicewarnings";
    }
}
