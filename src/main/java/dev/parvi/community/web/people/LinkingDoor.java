package dev.parvi.community.web.people;

import dev.parvi.brand.Brand;
import dev.parvi.community.Forgetting;
import dev.parvi.community.Knowing;
import dev.parvi.community.Linking;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is whom, what is kept of them, and that nothing is kept any more. */
@Controller
@RequestMapping("/b/{handle}/inbox/people/{id:\\d+}")
class LinkingDoor {

    private final Linking linking;
    private final Knowing knowing;
    private final Forgetting forgetting;

    LinkingDoor(Linking linking, Knowing knowing, Forgetting forgetting) {
        this.linking = linking;
        this.knowing = knowing;
        this.forgetting = forgetting;
    }

    @PostMapping("/links")
    String join(
            @PathVariable long id,
            @RequestParam(name = "with", defaultValue = "0") long other,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand) {
        return PersonDoor.back(brand, id, talk, "notice=community.person.joined&act=" + linking.join(seat, id, other));
    }

    /** @param profile which of the person's profiles is somebody else's */
    @PostMapping("/parting")
    String part(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long profile,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand) {
        return PersonDoor.back(brand, id, talk, "notice=community.person.parted&act=" + linking.part(seat, profile));
    }

    @PostMapping("/acts/{act:\\d+}/undo")
    String undo(
            @PathVariable long id,
            @PathVariable long act,
            @RequestParam(defaultValue = "0") long talk,
            Seat seat,
            Brand brand) {
        var undone = linking.undo(seat, act);
        return PersonDoor.back(
                brand, id, talk, undone ? "notice=community.acts.undone" : "trouble=community.acts.gone");
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable long id, Seat seat) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("person-" + id + ".json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(forgetting.export(seat, id).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/erasure")
    String asked(@PathVariable long id, Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        return asked(id, seat, model, false);
    }

    /** @param sure ticked by who was told that there is no way back */
    @PostMapping("/erasure")
    String erase(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean sure,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        if (sure) {
            forgetting.erase(seat, id);
            return "redirect:/b/" + brand.handle() + "/inbox?notice=community.person.erased.done";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return asked(id, seat, model, true);
    }

    private String asked(long id, Seat seat, Model model, boolean unticked) {
        model.addAttribute("card", knowing.card(seat, id, "")).addAttribute("unticked", unticked);
        return "community/web/people/erasure";
    }
}
