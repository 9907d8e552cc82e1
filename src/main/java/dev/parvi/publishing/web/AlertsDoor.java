package dev.parvi.publishing.web;

import dev.parvi.brand.Brand;
import dev.parvi.platform.WebPush.Subscription;
import dev.parvi.publishing.AlertKind;
import dev.parvi.publishing.Wish;
import dev.parvi.publishing.Wishing;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Of what a member wants to be told in this brand, by mail and in which browsers. */
@Controller
@RequestMapping("/b/{handle}/alerts")
class AlertsDoor {

    private final Wishing wishing;

    AlertsDoor(Wishing wishing) {
        this.wishing = wishing;
    }

    @Bean
    static Door alertsOnTheDoor() {
        return new Door("alerts", "/alerts", "bell", 530, false);
    }

    @GetMapping
    String wanted(Seat seat, Model model) {
        model.addAttribute("wanted", wishing.wanted(seat));
        return "publishing/web/alerts";
    }

    @PostMapping
    String want(
            @RequestParam(name = "kind", defaultValue = "") Set<AlertKind> kinds,
            @RequestParam(defaultValue = "false") boolean mail,
            @RequestParam(defaultValue = "false") boolean push,
            Seat seat,
            Brand brand) {
        wishing.want(seat, new Wish(kinds, mail, push));
        return "redirect:/b/" + brand.handle() + "/alerts?notice=publishing.alerts.saved";
    }

    /** For the script of the page: what its browser says when it subscribed. */
    @PostMapping("/subscription")
    ResponseEntity<Void> subscribe(
            @RequestParam String endpoint, @RequestParam String key, @RequestParam String auth, Seat seat) {
        try {
            var taken = wishing.subscribe(seat, new Subscription(new URI(endpoint), key, auth));
            return ResponseEntity.status(taken ? HttpStatus.NO_CONTENT : HttpStatus.UNPROCESSABLE_CONTENT)
                    .build();
        } catch (URISyntaxException e) {
            return ResponseEntity.unprocessableContent().build();
        }
    }

    @PostMapping("/subscription/removal")
    ResponseEntity<Void> unsubscribe(@RequestParam String endpoint, Seat seat) {
        wishing.unsubscribe(seat, endpoint);
        return ResponseEntity.noContent().build();
    }
}
