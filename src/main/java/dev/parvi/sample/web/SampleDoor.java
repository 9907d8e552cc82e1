package dev.parvi.sample.web;

import dev.parvi.sample.Sampling;
import dev.parvi.team.Member;
import dev.parvi.team.Seat;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Loads the sample brand in the reader's language, and removes it. */
@Controller
class SampleDoor {

    private final Sampling sampling;
    private final Pages pages;

    SampleDoor(Sampling sampling, Pages pages) {
        this.sampling = sampling;
        this.pages = pages;
    }

    @PostMapping("/sample")
    String load(Member member, HttpServletRequest request) {
        var brand = sampling.load(member.id(), pages.locale(request));
        return "redirect:/b/" + brand.handle() + "/today?notice=sample.loaded";
    }

    @PostMapping("/b/{handle}/sample/removal")
    String remove(Seat seat) {
        sampling.remove(seat);
        return "redirect:/brands?notice=sample.removed";
    }
}
