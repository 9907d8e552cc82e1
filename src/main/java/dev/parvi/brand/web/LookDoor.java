package dev.parvi.brand.web;

import dev.parvi.ui.Accent;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The brand's colour as a style sheet. Its address names the colour, so it can be kept for ever. */
@Controller
class LookDoor {

    @GetMapping("/b/{handle}/look/{colour:[0-9a-f]{6}}.css")
    ResponseEntity<String> look(@PathVariable String colour) {
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(Accent.of("#" + colour).css());
    }
}
