package dev.parvi.community.web;

import dev.parvi.community.Live;
import dev.parvi.community.Notice;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Tells a page that stands open what changes, as server-sent events. Each holds a virtual thread, and nothing else. After ten
 * minutes it ends, and the browser comes again by itself: so who has signed out, or lost the seat, hears no more.
 */
@Controller
class LiveDoor {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDoor.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Live live;

    LiveDoor(Live live) {
        this.live = live;
    }

    @GetMapping("/b/{handle}/inbox/live")
    void live(Seat seat, HttpServletResponse response) throws InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // A proxy that gathers answers before it passes them on would pass on nothing.
        response.setHeader("X-Accel-Buffering", "no");
        try (var ear = live.listen(seat.brand())) {
            tell(response, ear);
        } catch (IOException gone) {
            LOG.debug("A page was closed: {}", gone.getMessage());
        }
    }

    private void tell(HttpServletResponse response, Live.Ear ear) throws IOException, InterruptedException {
        write(response, "retry: 2000\n\n");
        var began = Instant.now();
        var said = began;
        while (live.open() && Instant.now().isBefore(began.plus(LONGEST))) {
            var notice = ear.next(LOOK);
            if (notice != null || Instant.now().isAfter(said.plus(HEARTBEAT))) {
                write(response, event(notice));
                said = Instant.now();
            }
        }
    }

    private static String event(@Nullable Notice notice) {
        return notice == null ? ": there\n\n" : "event: " + notice.name() + "\ndata: " + notice.data() + "\n\n";
    }

    private static void write(HttpServletResponse response, String event) throws IOException {
        response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
