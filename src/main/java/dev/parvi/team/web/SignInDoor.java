package dev.parvi.team.web;

import dev.parvi.team.FirstVisit;
import dev.parvi.team.Member;
import dev.parvi.team.SigningIn;
import dev.parvi.team.SigningIn.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInDoor {

    private final SigningIn signingIn;
    private final FirstVisit first;
    private final SignInCookie cookie;

    SignInDoor(SigningIn signingIn, FirstVisit first, SignInCookie cookie) {
        this.signingIn = signingIn;
        this.first = first;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = "/") String then, @Nullable Member member, Model model) {
        if (first.isOpen()) {
            return "redirect:/first";
        }
        return member == null ? shown(model, "", then, "") : "redirect:" + LocalPath.of(then);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String then,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signingIn.tryIn(email, password, SignInCookie.device(request))) {
            case Outcome.In in -> {
                cookie.write(response, in.token());
                yield "redirect:" + LocalPath.of(then);
            }
            case Outcome.Wrong wrong -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield shown(model, email, then, "team.signin.wrong");
            }
            case Outcome.Later later -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield shown(model, email, then, "team.signin.later");
            }
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(signingIn::out);
        cookie.drop(response);
        return "redirect:/sign-in?notice=team.signin.out";
    }

    private static String shown(Model model, String email, String then, String error) {
        model.addAttribute("email", email).addAttribute("then", then).addAttribute("error", error);
        return "team/web/signin";
    }
}
