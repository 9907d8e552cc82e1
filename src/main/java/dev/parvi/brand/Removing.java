package dev.parvi.brand;

import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the sample brand and every row that belongs to it. */
@Component
public class Removing {

    private final Branding branding;
    private final Brands brands;

    Removing(Branding branding, Brands brands) {
        this.branding = branding;
        this.brands = brands;
    }

    /** @throws IllegalStateException for any other brand: nothing of it may go in one click */
    @Transactional
    public void remove(Seat seat) {
        seat.needs(Right.MANAGE);
        if (!branding.current().sample()) {
            throw new IllegalStateException("Only the sample brand is removed");
        }
        brands.remove();
    }
}
