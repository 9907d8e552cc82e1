package dev.parvi.brand;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Audit;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seating;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds brands: the first one on a new desk, and more by whoever manages one already. */
@Component
public class Founding {

    private final Branding branding;
    private final Seating seating;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Founding(Branding branding, Seating seating, Audit audit, TransactionTemplate transaction) {
        this.branding = branding;
        this.seating = seating;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether the member may found a brand: while there is none, or when they manage one. */
    public boolean may(MemberId member) {
        return branding.all().isEmpty()
                || seating.brandsOf(member).stream()
                        .flatMap(brand -> seating.seat(member, brand).stream())
                        .anyMatch(seat -> seat.may(Right.MANAGE));
    }

    /**
     * @param outline without faults
     * @throws HandleTaken where another brand has that handle
     * @throws NotAllowed for a member who manages none
     */
    public Brand found(MemberId founder, Outline outline) {
        if (!may(founder)) {
            throw new NotAllowed(Right.MANAGE);
        }
        try {
            var brand = branding.found(founder, id -> brand(id, outline));
            Tenant.run(
                    brand.id(),
                    () -> transaction.executeWithoutResult(status -> seating.seat(founder, brand.id())
                            .ifPresent(seat -> audit.note(seat, "brand.founded", brand.name(), ""))));
            return brand;
        } catch (DuplicateKeyException taken) {
            throw new HandleTaken(outline.handleOrMade());
        }
    }

    private static Brand brand(BrandId id, Outline outline) {
        return new Brand(
                id,
                outline.handleOrMade(),
                outline.name().strip(),
                ZoneId.of(outline.zone()),
                Locale.of(outline.language()),
                outline.does().strip(),
                outline.aimed(),
                outline.accent(),
                outline.approval(),
                outline.lateLimit(),
                false);
    }
}
