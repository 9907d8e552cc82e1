package dev.parvi.publishing.web;

import dev.parvi.publishing.Steering;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Bar;
import dev.parvi.ui.Page;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Says on every page of a brand that nothing goes out, since when, and what waits. */
@Component
class PausedBar implements Bar {

    private final Steering steering;
    private final Parts parts;

    PausedBar(Steering steering, Parts parts) {
        this.steering = steering;
        this.parts = parts;
    }

    @Override
    public Optional<Content> on(Page page) {
        return steering.standstill()
                .map(still ->
                        parts.of("publishing/web/pausedbar", Map.of("page", page, "still", still, "steers", steers())));
    }

    private static boolean steers() {
        var request = RequestContextHolder.currentRequestAttributes();
        return request.getAttribute(Seat.class.getName(), RequestAttributes.SCOPE_REQUEST) instanceof Seat seat
                && seat.may(Right.STEER);
    }
}
