package dev.parvi.sample;

import dev.parvi.shared.PillarId;
import dev.parvi.team.Seat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the roastery talks about. */
@Component
class Themes {

    /** The pillars, by their key in the script. */
    Map<String, PillarId> hang(Seat seat, Story story) {
        return Map.of();
    }

    void jot(Seat seat, Story story) {}
}
