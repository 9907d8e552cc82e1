package dev.parvi.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review as it was typed.
 *
 * @param stars 1 to 5; null where none were chosen
 * @param words who says what, with its trap and its stamp; its parent is null
 */
public record Review(@Nullable Integer stars, Remark words) {

    static final int STARS_MOST = 5;

    /** What's wrong with it: message keys by field; empty where nothing is. */
    Map<String, String> faults() {
        var faults = words.faults();
        if (stars == null || stars < 1 || stars > STARS_MOST) {
            faults.put("stars", "page.review.stars.missing");
        }
        return faults;
    }
}
