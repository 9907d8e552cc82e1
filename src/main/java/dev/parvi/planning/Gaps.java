package dev.parvi.planning;

import dev.parvi.brand.Branding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slots ahead that nothing is planned in. */
@Component
public class Gaps {

    private static final Duration AHEAD = Duration.ofDays(7);

    private final FreeSlots freeSlots;
    private final Branding branding;
    private final Clock clock;

    Gaps(FreeSlots freeSlots, Branding branding, Clock clock) {
        this.freeSlots = freeSlots;
        this.branding = branding;
        this.clock = clock;
    }

    /** Those of the next seven days, of the brand whose scope it is; by time, in the brand's zone. */
    @Transactional(readOnly = true)
    public List<Agenda.Gap> ahead() {
        var now = clock.instant();
        return freeSlots.between(now, now.plus(AHEAD), branding.current().zone());
    }
}
