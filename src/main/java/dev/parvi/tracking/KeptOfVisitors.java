package dev.parvi.tracking;

import dev.parvi.page.Kept;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells visitors what is kept of those who come by a tracked link; nothing where the brand never made one. */
@Component
public class KeptOfVisitors implements Kept {

    private final Tallies tallies;
    private final Trackings trackings;

    KeptOfVisitors(Tallies tallies, Trackings trackings) {
        this.tallies = tallies;
        this.trackings = trackings;
    }

    @Override
    @Transactional
    public List<Line> lines() {
        return tallies.linked() ? lines(trackings.current()) : List.of();
    }

    /** By its rules as they stand. */
    public static List<Line> lines(TrackingRules rules) {
        return List.of(
                line("tracking.kept.click"),
                line("tracking.kept.who"),
                line(rules.memory() ? "tracking.kept.memory" : "tracking.kept.day"),
                new Line("tracking.kept.long", List.of("days", rules.keepDays())),
                line("tracking.kept.conversion"),
                line("tracking.kept.never"));
    }

    private static Line line(String key) {
        return new Line(key, List.of());
    }
}
