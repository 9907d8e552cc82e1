package dev.parvi.team.web;

import dev.parvi.team.Newcomer;
import dev.parvi.team.Resetting;
import dev.parvi.team.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for whoever forgot theirs. */
@Controller
class ResetDoor {

    private final Resetting resetting;
    private final SigningIn signingIn;
    private final SignInCookie cookie;

    ResetDoor(Resetting resetting, SigningIn signingIn, SignInCookie cookie) {
        this.resetting = resetting;
        this.signingIn = signingIn;
        this.cookie = cookie;
    }

    @GetMapping("/reset")
    String form(Model model) {
        model.addAttribute("byMail", resetting.byMail());
        return "team/web/forgot";
    }

    @PostMapping("/reset")
    String ask(@RequestParam(defaultValue = "") String email) {
        resetting.ask(email);
        return "redirect:/reset?notice=team.reset.sent";
    }

    @GetMapping("/reset/{token}")
    String open(@PathVariable String token, Model model) {
        return resetting.isGood(token) ? shown(token, "", model) : gone(model);
    }

    @PostMapping("/reset/{token}")
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!Newcomer.isGoodPassword(password)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(token, "team.fault.password", model);
        }
        var member = resetting.reset(token, password);
        if (member.isEmpty()) {
            return gone(model);
        }
        cookie.write(response, signingIn.begin(member.get(), SignInCookie.device(request)));
        return "redirect:/";
    }

    private static String shown(String token, String fault, Model model) {
        model.addAttribute("token", token).addAttribute("fault", fault);
        return "team/web/reset";
    }

    private static String gone(Model model) {
        model.addAttribute("key", "team.reset.gone");
        return "ui/trouble";
    }
}
