package dev.parvi.brand;

import dev.parvi.shared.BrandId;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A brand's settings were changed. Told within the transaction of the change, in the scope of the brand.
 *
 * @param zoneBefore the zone it had; the same as {@code zone} where that didn't change
 * @param lateLimit what is later than this waits for a person
 */
public record BrandChanged(BrandId brand, ZoneId zoneBefore, ZoneId zone, boolean approval, Duration lateLimit) {

    public boolean movedZone() {
        return !zone.equals(zoneBefore);
    }
}
