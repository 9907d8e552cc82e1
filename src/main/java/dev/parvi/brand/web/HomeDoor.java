package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Founding;
import dev.parvi.team.Member;
import dev.parvi.team.SignedIn;
import dev.parvi.ui.Door;
import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: from the root to the first visit, the sign-in, or the brand last worked in. */
@Controller
class HomeDoor {

    private final Branding branding;
    private final Founding founding;
    private final String firstRoom;

    HomeDoor(Branding branding, Founding founding, ObjectProvider<Door> doors) {
        this.branding = branding;
        this.founding = founding;
        this.firstRoom = doors.stream()
                .filter(door -> door.roles().isEmpty())
                .min(Comparator.comparingInt(Door::order))
                .map(Door::path)
                .orElse("/team");
    }

    @GetMapping("/")
    String home(Member member, SignedIn session) {
        var brands = branding.of(member.id());
        return brands.stream()
                .filter(brand -> brands.size() == 1 || brand.handle().equals(session.lastBrand()))
                .findFirst()
                .map(brand -> "redirect:/b/" + brand.handle())
                .orElseGet(() ->
                        brands.isEmpty() && branding.all().isEmpty() ? "redirect:/first/brand" : "redirect:/brands");
    }

    @GetMapping("/b/{handle}")
    String brand(Brand brand, @RequestParam(defaultValue = "") String notice) {
        var words = notice.matches("[a-z.]+") ? "?notice=" + notice : "";
        return "redirect:/b/" + brand.handle() + firstRoom + words;
    }

    @GetMapping("/brands")
    String brands(Member member, Model model) {
        model.addAttribute("brands", branding.of(member.id())).addAttribute("mayFound", founding.may(member.id()));
        return "brand/web/brands";
    }
}
