package dev.parvi.account.web;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.account.NoSuchAccount;
import dev.parvi.brand.Brand;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The accounts of a brand, and each one's page. */
@Controller
@RequestMapping("/b/{handle}/accounts")
class AccountsDoor {

    private final Connecting connecting;

    AccountsDoor(Connecting connecting) {
        this.connecting = connecting;
    }

    @Bean
    static Door accountsOnTheDoor() {
        return new Door("accounts", "/accounts", "accounts", 510, false);
    }

    @GetMapping
    String all(Seat seat, Model model) {
        model.addAttribute("accounts", connecting.open())
                .addAttribute("networks", connecting.offered())
                .addAttribute("known", byKey(connecting.networks()))
                .addAttribute("manager", seat.may(Right.MANAGE));
        return "account/web/accounts";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Model model) {
        var account = found(id);
        var form = seat.may(Right.MANAGE)
                ? SignInForm.begun(descriptor(account.network()), connecting.begin(seat, account.network()))
                : null;
        return shown(model, account, form, seat);
    }

    @PostMapping("/{id:\\d+}/aims")
    String aim(
            @PathVariable long id,
            @RequestParam(name = "aim", defaultValue = "") Set<Brand.Aim> aims,
            Seat seat,
            Brand brand) {
        connecting.aim(seat, new AccountId(id), aims);
        return "redirect:/b/" + brand.handle() + "/accounts/" + id + "?notice=account.saved";
    }

    @PostMapping("/{id:\\d+}/disconnection")
    String disconnect(@PathVariable long id, Seat seat, Brand brand) {
        var held = connecting.planned(new AccountId(id)) > 0;
        connecting.disconnect(seat, new AccountId(id));
        var notice = held ? "account.disconnected.held" : "account.disconnected";
        return "redirect:/b/" + brand.handle() + "/accounts?notice=" + notice;
    }

    String shown(Model model, Account account, @Nullable SignInForm form, Seat seat) {
        model.addAttribute("account", account)
                .addAttribute("network", descriptor(account.network()))
                .addAttribute("planned", connecting.planned(account.id()))
                .addAttribute("form", form)
                .addAttribute("manager", seat.may(Right.MANAGE));
        return "account/web/account";
    }

    Account found(long id) {
        return connecting.get(new AccountId(id)).orElseThrow(() -> new NoSuchAccount(new AccountId(id)));
    }

    Descriptor descriptor(String network) {
        return connecting.networks().stream()
                .filter(each -> each.network().equals(network))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Map<String, Descriptor> byKey(List<Descriptor> networks) {
        return networks.stream().collect(Collectors.toMap(Descriptor::network, Function.identity()));
    }
}
