package dev.parvi.listening.web.news;

import dev.parvi.brand.Brand;
import dev.parvi.listening.Browsing;
import dev.parvi.shared.ItemId;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads to an item in the story that it tells now, whichever that was when the link was made. */
@Controller
class ItemDoor {

    private final Browsing browsing;

    ItemDoor(Browsing browsing) {
        this.browsing = browsing;
    }

    @GetMapping("/b/{handle}/news/items/{item:\\d+}")
    String read(@PathVariable long item, Seat seat, Brand brand) {
        var story = browsing.of(seat, new ItemId(item));
        return "redirect:/b/" + brand.handle() + "/news/" + story + "/items/" + item;
    }
}
