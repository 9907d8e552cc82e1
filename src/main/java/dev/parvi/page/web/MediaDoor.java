package dev.parvi.page.web;

import dev.parvi.page.Reading;
import dev.parvi.page.Site;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaStore;
import dev.parvi.ui.Accent;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pictures of the posts that stand on the page, and the page's colours. Both addresses name what they hold. */
@RestController
@RequestMapping("/@{handle}")
class MediaDoor {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Reading reading;
    private final MediaStore media;

    MediaDoor(Reading reading, MediaStore media) {
        this.reading = reading;
        this.media = media;
    }

    @GetMapping("/media/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> picture(
            Site site, @PathVariable String hash, @RequestParam(required = false) @Nullable Integer w) {
        if (!reading.shows(hash)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            var brand = site.brand().id();
            var content = w == null ? media.read(brand, hash) : media.smaller(brand, hash, w);
            return ResponseEntity.ok()
                    .cacheControl(FOR_EVER)
                    .header("Content-Type", Media.typeOf(content))
                    .body(content);
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The file is gone", e);
        }
    }

    @GetMapping("/look/{colour:[0-9a-f]{6}}.css")
    ResponseEntity<String> look(@PathVariable String colour) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .header("Content-Type", "text/css;charset=UTF-8")
                .body(Look.css(Accent.of("#" + colour)));
    }
}
