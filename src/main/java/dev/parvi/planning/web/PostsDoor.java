package dev.parvi.planning.web;

import dev.parvi.planning.Listing;
import dev.parvi.planning.Picturing;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of posts, and the pictures on them. */
@Controller
@RequestMapping("/b/{handle}")
class PostsDoor {

    private final Listing listing;
    private final Picturing picturing;

    PostsDoor(Listing listing, Picturing picturing) {
        this.listing = listing;
        this.picturing = picturing;
    }

    @Bean
    static Door writeOnTheDoor() {
        return new Door("write", "/posts", "write", 320, true);
    }

    @GetMapping("/posts")
    String posts(
            @RequestParam(defaultValue = "ALL") Listing.Kind kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Seat seat,
            Model model) {
        model.addAttribute("kind", kind)
                .addAttribute("q", q)
                .addAttribute(
                        "lines", listing.page(kind, q, Listing.Mark.of(before).orElse(null)))
                .addAttribute("first", before.isEmpty())
                .addAttribute("write", seat.may(Right.WRITE));
        return "planning/web/posts";
    }

    /** Kept for a year by the browser: another picture has another name. */
    @GetMapping("/media/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> picture(
            @PathVariable String hash, @RequestParam(name = "w", defaultValue = "0") int width, Seat seat) {
        try {
            var bytes = picturing.look(seat, hash, width);
            return ResponseEntity.ok()
                    .contentType(type(bytes))
                    .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePrivate()
                            .immutable())
                    .body(bytes);
        } catch (IOException gone) {
            return ResponseEntity.notFound().build();
        }
    }

    private static MediaType type(byte[] bytes) {
        return switch (bytes.length < 4 ? 0 : bytes[0] & 0xff) {
            case 0x89 -> MediaType.IMAGE_PNG;
            case 0xff -> MediaType.IMAGE_JPEG;
            case 'G' -> MediaType.IMAGE_GIF;
            case 'R' -> MediaType.parseMediaType("image/webp");
            default -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }
}
