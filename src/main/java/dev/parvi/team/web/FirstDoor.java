package dev.parvi.team.web;

import dev.parvi.team.FirstVisit;
import dev.parvi.team.Newcomer;
import dev.parvi.team.SigningIn;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visit to a new desk: who owns it. The brand comes next. */
@Controller
class FirstDoor {

    private final FirstVisit first;
    private final SigningIn signingIn;
    private final SignInCookie cookie;
    private final Pages pages;

    FirstDoor(FirstVisit first, SigningIn signingIn, SignInCookie cookie, Pages pages) {
        this.first = first;
        this.signingIn = signingIn;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping("/first")
    String form(Model model) {
        return first.isOpen() ? shown(model, new Newcomer("", "", ""), Map.of()) : "redirect:/sign-in";
    }

    @PostMapping("/first")
    String own(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var owner = new Newcomer(name, email, password);
        if (!owner.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, owner, owner.faults());
        }
        var made = first.own(owner, pages.locale(request));
        if (made.isEmpty()) {
            return "redirect:/sign-in?notice=team.first.taken";
        }
        cookie.write(response, signingIn.begin(made.get(), SignInCookie.device(request)));
        return "redirect:/first/brand";
    }

    private static String shown(Model model, Newcomer typed, Map<String, String> faults) {
        model.addAttribute("typed", typed).addAttribute("faults", faults);
        return "team/web/first";
    }
}
