package dev.parvi.publishing.web;

import dev.parvi.brand.Brand;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.publishing.Steering;
import dev.parvi.publishing.Story;
import dev.parvi.publishing.Storytelling;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

/** The whole story of one delivery, and what a person may decide about it. */
@Controller
@RequestMapping("/b/{handle}/deliveries/{id:\\d+}")
class StoryDoor {

    private static final String STORY = "publishing/web/story";
    private static final String REMOVAL = "publishing/web/removal";

    private final Storytelling storytelling;
    private final Steering steering;

    StoryDoor(Storytelling storytelling, Steering steering) {
        this.storytelling = storytelling;
        this.steering = steering;
    }

    @GetMapping
    String story(@PathVariable long id, Seat seat, Model model) {
        return shown(model, storytelling.story(new DeliveryId(id)), seat, AddressForm.EMPTY, null, STORY);
    }

    @PostMapping("/release")
    String release(@PathVariable long id, Seat seat, Brand brand) {
        return back(
                brand, id, steering.tryAgain(seat, new DeliveryId(id)) ? "publishing.released" : "publishing.moved");
    }

    @PostMapping("/unseen")
    String unseen(@PathVariable long id, Seat seat, Brand brand) {
        return back(
                brand, id, steering.sendUnseen(seat, new DeliveryId(id)) ? "publishing.released" : "publishing.moved");
    }

    @PostMapping("/address")
    String address(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String address,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var form = AddressForm.of(address);
        var good = form.address();
        if (good.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, decidable(seat, id, Right.WRITE), seat, form, null, STORY);
        }
        var done = steering.recordPublished(seat, new DeliveryId(id), good.get());
        return back(brand, id, done ? "publishing.recorded" : "publishing.moved");
    }

    /** Asks once more before anything is taken back. */
    @GetMapping("/removal")
    String removal(@PathVariable long id, Seat seat, Model model) {
        return shown(model, decidable(seat, id, Right.STEER), seat, AddressForm.EMPTY, null, REMOVAL);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        try {
            steering.remove(seat, new DeliveryId(id));
            return back(brand, id, "publishing.removed");
        } catch (ConnectorFailed failed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, decidable(seat, id, Right.STEER), seat, AddressForm.EMPTY, failed.fault(), REMOVAL);
        }
    }

    @PostMapping("/removal/there")
    String removed(@PathVariable long id, Seat seat, Brand brand) {
        return back(
                brand,
                id,
                steering.recordRemoved(seat, new DeliveryId(id)) ? "publishing.removed" : "publishing.moved");
    }

    /** @param small for looking at it; otherwise it's the whole one, to be kept as a file */
    @GetMapping("/pictures/{number:\\d{1,3}}")
    ResponseEntity<byte[]> picture(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean small,
            Brand brand)
            throws IOException {
        var picture = storytelling.picture(brand.id(), new DeliveryId(id), number, small);
        var type = MediaType.parseMediaType(picture.type());
        var name =
                "picture-" + id + "-" + (number + 1) + "." + type.getSubtype().replace("jpeg", "jpg");
        var kept = small ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        kept.filename(name).build().toString())
                .body(picture.bytes());
    }

    private Story decidable(Seat seat, long id, Right right) {
        return storytelling.decidable(seat, new DeliveryId(id), right);
    }

    private String shown(Model model, Story story, Seat seat, AddressForm form, @Nullable Fault fault, String view) {
        model.addAttribute("story", story)
                .addAttribute("form", form)
                .addAttribute("fault", fault)
                .addAttribute("steers", Steering.may(seat, story.delivery(), Right.STEER))
                .addAttribute("writes", Steering.may(seat, story.delivery(), Right.WRITE))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return view;
    }

    private static String back(Brand brand, long id, String notice) {
        return "redirect:/b/" + brand.handle() + "/deliveries/" + id + "?notice=" + notice;
    }
}
