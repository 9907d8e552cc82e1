package dev.parvi.account.web;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.account.Connecting.Progress;
import dev.parvi.account.JourneyOver;
import dev.parvi.brand.Brand;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that connects an account, generated from what its network asks for. */
@Controller
@RequestMapping("/b/{handle}/accounts")
class ConnectingDoor {

    private final Connecting connecting;
    private final AccountsDoor accounts;

    ConnectingDoor(Connecting connecting, AccountsDoor accounts) {
        this.connecting = connecting;
        this.accounts = accounts;
    }

    @GetMapping("/networks/{network}")
    String form(@PathVariable String network, Seat seat, Model model) {
        var descriptor = accounts.descriptor(network);
        return shown(model, SignInForm.begun(descriptor, connecting.begin(seat, network)));
    }

    @PostMapping("/networks/{network}")
    String connect(
            @PathVariable String network,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var form = SignInForm.begun(accounts.descriptor(network), connecting.begin(seat, network))
                .with(typed);
        try {
            return switch (connecting.answer(seat, network, form.given())) {
                case Progress.Connected connected ->
                    "redirect:/b/" + brand.handle() + "/accounts?notice=account.connected";
                case Progress.More(Step step) -> shown(model, form.next(step));
            };
        } catch (ConnectorFailed failed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, form.refused(failed));
        }
    }

    /** Where a member comes back to who was sent to the network and signed in there; see {@link BackDoor}. */
    @GetMapping("/networks/{network}/back")
    String back(
            @PathVariable String network,
            @RequestParam Map<String, String> brought,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var form = SignInForm.begun(accounts.descriptor(network), connecting.begin(seat, network));
        try {
            return switch (connecting.comeBack(seat, brought)) {
                case Progress.Connected(Account account) ->
                    "redirect:/b/" + brand.handle() + "/accounts/" + account.id() + "?notice=account.connected";
                case Progress.More(Step step) -> shown(model, form.next(step));
            };
        } catch (JourneyOver over) {
            return "redirect:/b/" + brand.handle() + "/accounts?trouble=account.back.over";
        } catch (ConnectorFailed failed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, form.refused(failed));
        }
    }

    @PostMapping("/{id:\\d+}/sign-in")
    String again(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var account = accounts.found(id);
        var descriptor = accounts.descriptor(account.network());
        var form = SignInForm.begun(descriptor, connecting.begin(seat, account.network()))
                .with(typed);
        try {
            return switch (connecting.reconnect(seat, new AccountId(id), form.given())) {
                case Progress.Connected connected ->
                    "redirect:/b/" + brand.handle() + "/accounts/" + id + "?notice=account.reconnected";
                case Progress.More(Step step) -> accounts.shown(model, account, form.next(step), seat);
            };
        } catch (ConnectorFailed failed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return accounts.shown(model, account, form.refused(failed), seat);
        }
    }

    private static String shown(Model model, SignInForm form) {
        model.addAttribute("form", form);
        return "account/web/connect";
    }
}
