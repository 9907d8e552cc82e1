package dev.parvi.today;

import dev.parvi.analysis.Standing;
import dev.parvi.audience.Growth.Surge;
import java.util.List;

/**
 * What goes another way than was meant, and wants somebody to think.
 *
 * @param behind goals behind their path
 * @param surges crowds of the last days that may have been bought
 */
public record Heed(List<Standing> behind, List<Surge> surges) {

    public boolean quiet() {
        return behind.isEmpty() && surges.isEmpty();
    }
}
