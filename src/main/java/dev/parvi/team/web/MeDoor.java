package dev.parvi.team.web;

import dev.parvi.team.Oneself;
import dev.parvi.team.SignedIn;
import dev.parvi.ui.Languages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What members settle about themselves. */
@Controller
class MeDoor {

    private static final String SAVED = "redirect:/me?notice=team.me.saved";

    private final Oneself oneself;
    private final Languages languages;

    MeDoor(Oneself oneself, Languages languages) {
        this.oneself = oneself;
        this.languages = languages;
    }

    @GetMapping("/me")
    String me(SignedIn session, Model model) {
        return shown(session, session.member().name(), Map.of(), model);
    }

    @PostMapping("/me")
    String describe(
            SignedIn session,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            Model model,
            HttpServletResponse response) {
        var known = languages.in(Locale.of(language)).locale();
        return oneself.describe(session.member(), name, known)
                ? SAVED
                : refused(session, name, Map.of("name", "team.fault.name"), model, response);
    }

    @PostMapping("/me/password")
    String password(
            SignedIn session,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        var name = session.member().name();
        return switch (oneself.changePassword(session, old, password)) {
            case DONE -> SAVED;
            case WRONG -> refused(session, name, Map.of("old", "team.fault.old"), model, response);
            case TOO_WEAK -> refused(session, name, Map.of("password", "team.fault.password"), model, response);
        };
    }

    @PostMapping("/me/sessions/{id}/end")
    String end(SignedIn session, @PathVariable long id) {
        oneself.end(session.member(), id);
        return SAVED;
    }

    @PostMapping("/me/sessions/others/end")
    String endOthers(SignedIn session) {
        oneself.endOthers(session);
        return SAVED;
    }

    private String refused(
            SignedIn session, String name, Map<String, String> faults, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(session, name, faults, model);
    }

    private String shown(SignedIn session, String name, Map<String, String> faults, Model model) {
        model.addAttribute("here", session)
                .addAttribute("name", name)
                .addAttribute("faults", faults)
                .addAttribute("sessions", oneself.sessions(session.member()));
        return "team/web/me";
    }
}
