package dev.parvi.page.web;

import dev.parvi.page.Comment;
import dev.parvi.page.Review;
import dev.parvi.ui.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form for a review as it stands on the page.
 *
 * @param stars null where none are chosen
 * @param faults message keys by field
 */
public record ReviewForm(
        @Nullable Integer stars, String name, String email, String text, String stamp, Map<String, String> faults) {

    /** What the visitor wrote before stands in it. */
    static ReviewForm fresh(@Nullable Comment own, String stamp) {
        return own == null
                ? new ReviewForm(null, "", "", "", stamp, Map.of())
                : new ReviewForm(own.stars(), own.name(), own.email(), own.text(), stamp, Map.of());
    }

    /** What was typed stays. */
    static ReviewForm again(Review review, String stamp, Map<String, String> faults) {
        var words = review.words();
        return new ReviewForm(review.stars(), words.name(), words.email(), words.text(), stamp, faults);
    }

    public boolean chosen(int number) {
        return stars != null && stars == number;
    }

    /** What's wrong with a field, in the reader's words; empty where nothing is. */
    public String fault(Page page, String field) {
        var key = faults.get(field);
        return key == null ? "" : page.t(key);
    }
}
