package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.team.Member;
import dev.parvi.team.SignedIn;
import dev.parvi.ui.Door;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: from the root to the first visit, the sign-in, or the brand last worked in. */
@Controller
class HomeDoor {

    private final Branding branding;
    private final String firstRoom;

    HomeDoor(Branding branding, ObjectProvider<Door> doors) {
        this.branding = branding;
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
    String brand(Brand brand) {
        return "redirect:/b/" + brand.handle() + firstRoom;
    }

    @GetMapping("/brands")
    String brands(Member member, Model model) {
        List<Brand> brands = branding.of(member.id());
        model.addAttribute("brands", brands);
        return "brand/web/brands";
    }
}
