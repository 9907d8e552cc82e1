package dev.parvi.team.web;

import dev.parvi.team.Invitation;
import dev.parvi.team.Joining;
import dev.parvi.team.Joining.Outcome;
import dev.parvi.team.Member;
import dev.parvi.team.Newcomer;
import dev.parvi.team.SigningIn;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking up an invitation. */
@Controller
class JoinDoor {

    private final Joining joining;
    private final SigningIn signingIn;
    private final SignInCookie cookie;
    private final Pages pages;

    JoinDoor(Joining joining, SigningIn signingIn, SignInCookie cookie, Pages pages) {
        this.joining = joining;
        this.signingIn = signingIn;
        this.cookie = cookie;
        this.pages = pages;
    }

    @GetMapping("/join/{token}")
    String form(@PathVariable String token, Model model) {
        return shown(token, new Newcomer("", "", ""), Map.of(), model);
    }

    @PostMapping("/join/{token}")
    String join(
            @PathVariable String token,
            @Nullable Member member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (member != null) {
            return led(joining.join(token, member.id()), model, joined -> "redirect:/b/" + joined.handle());
        }
        var newcomer = new Newcomer(name, email, password);
        if (!newcomer.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(token, newcomer, newcomer.faults(), model);
        }
        var outcome = joining.join(token, newcomer, pages.locale(request));
        if (outcome instanceof Outcome.Known) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(token, newcomer, Map.of("email", "team.join.known"), model);
        }
        return led(outcome, model, joined -> {
            cookie.write(response, signingIn.begin(joined.member(), SignInCookie.device(request)));
            return "redirect:/b/" + joined.handle();
        });
    }

    private static String led(Outcome outcome, Model model, Function<Outcome.Joined, String> in) {
        return outcome instanceof Outcome.Joined joined ? in.apply(joined) : gone(model);
    }

    private String shown(String token, Newcomer typed, Map<String, String> faults, Model model) {
        Invitation offer = joining.offer(token).orElse(null);
        if (offer == null) {
            return gone(model);
        }
        model.addAttribute("offer", offer)
                .addAttribute("token", token)
                .addAttribute("typed", typed.email().isEmpty() ? new Newcomer("", offer.email(), "") : typed)
                .addAttribute("faults", faults);
        return "team/web/join";
    }

    private static String gone(Model model) {
        model.addAttribute("key", "team.join.gone");
        return "ui/trouble";
    }
}
