package dev.parvi.ui;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The few files that must stand at the root: the icon, and the worker that shows alerts. */
@RestController
class RootDoor {

    private final Assets assets;

    RootDoor(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/favicon.svg")
    ResponseEntity<byte[]> icon() {
        return file("favicon.svg", Duration.ofDays(1));
    }

    /** A worker may only look after what lies below its own address. */
    @GetMapping("/sw.js")
    ResponseEntity<byte[]> worker() {
        return file("sw.js", Duration.ZERO);
    }

    private ResponseEntity<byte[]> file(String name, Duration kept) {
        var asset = assets.asset(name).orElseThrow();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(kept).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .body(asset.plain());
    }
}
