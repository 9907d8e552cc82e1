package dev.parvi.today;

import dev.parvi.analysis.Reaching;
import dev.parvi.audience.Growing;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what goes another way than was meant; any member may look. */
@Component
public class Heeding {

    private static final int GOALS = 5;
    private static final int SURGES = 3;

    private final Reaching reaching;
    private final Growing growing;

    Heeding(Reaching reaching, Growing growing) {
        this.reaching = reaching;
        this.growing = growing;
    }

    @Transactional(readOnly = true)
    public Heed heed(Seat seat) {
        return new Heed(
                reaching.behind(seat, GOALS),
                growing.lately(seat).stream().limit(SURGES).toList());
    }
}
