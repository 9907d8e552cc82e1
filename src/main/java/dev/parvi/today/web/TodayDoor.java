package dev.parvi.today.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.Glancing;
import dev.parvi.community.Overseeing;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.today.Digesting;
import dev.parvi.today.Gathering;
import dev.parvi.today.Heeding;
import dev.parvi.ui.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The working day: the first page of a brand. */
@Controller
class TodayDoor {

    private final Gathering gathering;
    private final Glancing glancing;
    private final Overseeing overseeing;
    private final Digesting digesting;
    private final Heeding heeding;

    TodayDoor(Gathering gathering, Glancing glancing, Overseeing overseeing, Digesting digesting, Heeding heeding) {
        this.gathering = gathering;
        this.glancing = glancing;
        this.overseeing = overseeing;
        this.digesting = digesting;
        this.heeding = heeding;
    }

    @Bean
    static Door todayOnTheDoor() {
        return new Door("today", "/today", "today", 0, true);
    }

    @GetMapping("/b/{handle}/today")
    String today(Brand brand, Seat seat, Model model) {
        model.addAttribute("today", gathering.gather(brand))
                .addAttribute("glance", glancing.glance(seat))
                .addAttribute("cases", overseeing.glance(seat))
                .addAttribute("digest", digesting.digest(seat, brand))
                .addAttribute("heed", heeding.heed(seat))
                .addAttribute("manages", seat.may(Right.MANAGE))
                .addAttribute("steers", seat.may(Right.STEER))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("sample", brand.sample());
        return "today/web/today";
    }
}
