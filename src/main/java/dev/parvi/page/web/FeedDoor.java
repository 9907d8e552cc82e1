package dev.parvi.page.web;

import dev.parvi.page.PagePost;
import dev.parvi.page.Reading;
import dev.parvi.page.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feeds, by which one can follow without leaving an address. Who asks again is told when nothing is new. */
@RestController
@RequestMapping("/@{handle}")
class FeedDoor {

    private final Reading reading;
    private final Atom atom;
    private final JsonFeed json;

    FeedDoor(Reading reading, Atom atom, JsonFeed json) {
        this.reading = reading;
        this.atom = atom;
        this.json = json;
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> atom(Site site) {
        var posts = reading.front(null, null).posts();
        return answer(atom.of(site, posts, changed(posts)), "application/atom+xml;charset=UTF-8", posts);
    }

    @GetMapping("/feed.json")
    ResponseEntity<byte[]> json(Site site) {
        var posts = reading.front(null, null).posts();
        return answer(json.of(site, posts), "application/feed+json;charset=UTF-8", posts);
    }

    private Instant changed(List<PagePost> posts) {
        return reading.changed()
                .or(() -> posts.stream().findFirst().map(PagePost::at))
                .orElse(Instant.EPOCH);
    }

    /** The mark is a weak one, as the answer may be compressed on its way. */
    private ResponseEntity<byte[]> answer(String feed, String type, List<PagePost> posts) {
        var content = feed.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(content) + "\"")
                .lastModified(changed(posts))
                .body(content);
    }
}
