package dev.parvi.brand;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a brand is and how it works. Its handle stays: it stands in public addresses. */
@Component
public class Changing {

    private final Branding branding;
    private final Brands brands;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Changing(Branding branding, Brands brands, Audit audit, ApplicationEventPublisher events) {
        this.branding = branding;
        this.brands = brands;
        this.audit = audit;
        this.events = events;
    }

    /** @param outline without faults */
    @Transactional
    public void change(Seat seat, Outline outline) {
        seat.needs(Right.MANAGE);
        var before = branding.current();
        var after = new Brand(
                before.id(),
                before.handle(),
                outline.name().strip(),
                ZoneId.of(outline.zone()),
                Locale.of(outline.language()),
                outline.does().strip(),
                outline.aimed(),
                outline.accent(),
                outline.approval(),
                outline.lateLimit(),
                before.sample());
        if (after.equals(before)) {
            return;
        }
        brands.change(after);
        audit.note(seat, "brand.changed", after.name(), changes(before, after));
        events.publishEvent(
                new BrandChanged(after.id(), before.zone(), after.zone(), after.approval(), after.lateLimit()));
    }

    private static String changes(Brand before, Brand after) {
        var changes = new ArrayList<String>();
        note(changes, before.name(), after.name());
        note(changes, before.zone(), after.zone());
        note(changes, before.language(), after.language());
        note(changes, before.aims(), after.aims());
        note(changes, before.accent(), after.accent());
        note(changes, before.approval(), after.approval());
        note(changes, before.lateLimit().toMinutes() + " min", after.lateLimit().toMinutes() + " min");
        return String.join("; ", changes);
    }

    private static void note(List<String> changes, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(before + " → " + after);
        }
    }
}
