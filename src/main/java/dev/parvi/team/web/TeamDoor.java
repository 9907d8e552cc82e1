package dev.parvi.team.web;

import dev.parvi.shared.MemberId;
import dev.parvi.team.Inviting;
import dev.parvi.team.Newcomer;
import dev.parvi.team.NobodyManages;
import dev.parvi.team.Right;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Door;
import dev.parvi.ui.Face;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works for the brand, and whom it has invited. */
@Controller
class TeamDoor {

    private static final int ORDER = 540;

    private final Staffing staffing;
    private final Inviting inviting;
    private final Pages pages;

    TeamDoor(Staffing staffing, Inviting inviting, Pages pages) {
        this.staffing = staffing;
        this.inviting = inviting;
        this.pages = pages;
    }

    @Bean
    static Door teamNavigation() {
        return new Door("team", "/team", "team", ORDER, false);
    }

    @GetMapping("/b/{handle}/team")
    String team(Seat seat, Model model) {
        return shown(seat, new Offer("", Set.of(), "", Map.of()), model);
    }

    @PostMapping("/b/{handle}/team/{member}")
    String change(
            Seat seat,
            @PathVariable String handle,
            @PathVariable long member,
            @RequestParam(defaultValue = "") List<Role> roles) {
        if (roles.isEmpty()) {
            seat.needs(Right.MANAGE);
            return back(handle, "?trouble=team.fault.roles");
        }
        try {
            staffing.change(seat, new MemberId(member), EnumSet.copyOf(roles));
            return back(handle, "?notice=team.saved");
        } catch (NobodyManages last) {
            return back(handle, "?trouble=team.fault.last");
        }
    }

    @PostMapping("/b/{handle}/team/{member}/removal")
    String remove(Seat seat, @PathVariable String handle, @PathVariable long member) {
        try {
            staffing.remove(seat, new MemberId(member));
            return seat.member().value() == member ? "redirect:/brands" : back(handle, "?notice=team.removed");
        } catch (NobodyManages last) {
            return back(handle, "?trouble=team.fault.last");
        }
    }

    /** The link is shown in the answer itself, never in an address, where it would stay in histories. */
    @PostMapping("/b/{handle}/team/invitations")
    String invite(
            Seat seat,
            @RequestAttribute("dev.parvi.ui.Face") Face face,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") List<Role> roles,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = Set.copyOf(roles);
        var faults = faults(email, asked);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(seat, new Offer(email, asked, "", faults), model);
        }
        var place = new Inviting.Place(face.name(), face.handle());
        var link = inviting.invite(seat, place, email, asked, pages.locale(request));
        return shown(seat, new Offer("", Set.of(), link, Map.of()), model);
    }

    @PostMapping("/b/{handle}/team/invitations/{id}/withdrawal")
    String withdraw(Seat seat, @PathVariable String handle, @PathVariable long id) {
        inviting.withdraw(seat, id);
        return back(handle, "?notice=team.withdrawn");
    }

    private String shown(Seat seat, Offer offer, Model model) {
        var manages = seat.may(Right.MANAGE);
        model.addAttribute("colleagues", staffing.colleagues(seat))
                .addAttribute("invitations", manages ? inviting.open(seat) : List.of())
                .addAttribute("manages", manages)
                .addAttribute("byMail", inviting.byMail())
                .addAttribute("offer", offer);
        return "team/web/team";
    }

    private static Map<String, String> faults(String email, Set<Role> roles) {
        if (!email.isBlank() && !Newcomer.isEmail(email)) {
            return Map.of("email", "team.fault.email");
        }
        return roles.isEmpty() ? Map.of("roles", "team.fault.roles") : Map.of();
    }

    private static String back(String handle, String said) {
        return "redirect:/b/" + handle + "/team" + said;
    }
}
