package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.shared.Span;
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

    /**
     * The slots of a window that lies behind us, as slots are now.
     *
     * @param empty those in whose minute nothing was planned on their account
     * @param all how many there were
     */
    public record Kept(List<Agenda.Gap> empty, int all) {}

    @Transactional(readOnly = true)
    public Kept kept(Span span) {
        var zone = branding.current().zone();
        return new Kept(freeSlots.between(span.from(), span.to(), zone), freeSlots.count(span.from(), span.to(), zone));
    }

    /** Those of the next seven days, of the brand whose scope it is; by time, in the brand's zone. */
    @Transactional(readOnly = true)
    public List<Agenda.Gap> ahead() {
        var now = clock.instant();
        return freeSlots.between(now, now.plus(AHEAD), branding.current().zone());
    }
}
