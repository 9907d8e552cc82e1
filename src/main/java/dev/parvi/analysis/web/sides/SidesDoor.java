package dev.parvi.analysis.web.sides;

import dev.parvi.account.Connecting;
import dev.parvi.analysis.Analysing;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Analysis: content first, the other sides beside it. */
@Controller
@RequestMapping("/b/{handle}/analysis")
class SidesDoor {

    private static final int ORDER = 420;
    private static final String USUAL = "30";

    private final Analysing analysing;
    private final Connecting connecting;

    SidesDoor(Analysing analysing, Connecting connecting) {
        this.analysing = analysing;
        this.connecting = connecting;
    }

    @Bean
    static Door analysisInNavigation() {
        return new Door("analysis", "/analysis", "chart", ORDER, false);
    }

    @GetMapping
    String content(
            @RequestParam(defaultValue = USUAL) String days,
            @RequestParam(defaultValue = "") String account,
            Seat seat,
            Model model) {
        return side("content", days, account, seat, model);
    }

    /** What makes no sense in the address is as if it weren't there. */
    @GetMapping("/{side:[a-z]+}")
    String side(
            @PathVariable String side,
            @RequestParam(defaultValue = USUAL) String days,
            @RequestParam(defaultValue = "") String account,
            Seat seat,
            Model model) {
        var window = Analysing.WINDOWS.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(Integer.valueOf(USUAL));
        var chosen = account.matches("\\d{1,18}") ? new AccountId(Long.parseLong(account)) : null;
        var blocks = analysing
                .side(seat, side, window, chosen)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("side", side)
                .addAttribute("days", window)
                .addAttribute("account", chosen == null ? 0L : chosen.value())
                .addAttribute("accounts", connecting.open())
                .addAttribute("blocks", blocks);
        return "analysis/web/sides/side";
    }

    @GetMapping("/posts/{delivery:\\d+}")
    String post(@PathVariable long delivery, Seat seat, Model model) {
        model.addAttribute(
                "life",
                analysing
                        .life(seat, new DeliveryId(delivery))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "analysis/web/sides/post";
    }
}
