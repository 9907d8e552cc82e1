package dev.parvi.brand;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says whom the brand wants to reach. Everybody in it may read that, its managers write it. */
@Component
public class Aiming {

    private final TargetAudiences audiences;
    private final Branding branding;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Aiming(TargetAudiences audiences, Branding branding, Audit audit, ApplicationEventPublisher events) {
        this.audiences = audiences;
        this.branding = branding;
        this.audit = audit;
        this.events = events;
    }

    /** Of the brand whose scope it is; {@link TargetAudience#OPEN} where it hasn't said. */
    @Transactional(readOnly = true)
    public TargetAudience current() {
        return audiences.get().orElse(TargetAudience.OPEN);
    }

    /** @param typed without faults */
    @Transactional
    public void change(Seat seat, TypedAudience typed) {
        seat.needs(Right.MANAGE);
        var before = current();
        var after = typed.audience();
        if (!after.equals(before)) {
            audiences.keep(after);
            audit.note(seat, "brand.target.changed", branding.current().name(), before + " → " + after);
            events.publishEvent(new TargetAudienceChanged(seat.brand()));
        }
    }
}
