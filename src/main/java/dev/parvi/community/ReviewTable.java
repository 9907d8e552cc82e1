package dev.parvi.community;

import dev.parvi.shared.Sheet;
import java.util.List;

/** A table of reviews as spreadsheets write it. */
final class ReviewTable {

    static final List<String> COLUMNS =
            List.of("place", "author", "stars", "text", "date", "address", "id", "answer", "answered");

    /** More lines than these are better taken in portions that a person can look through. */
    static final int MOST = 2_000;

    private ReviewTable() {}

    /** @throws CannotGather where the bytes are no UTF-8 */
    static String text(byte[] bytes) {
        try {
            return Clean.text(Sheet.text(bytes), Integer.MAX_VALUE);
        } catch (Sheet.Flawed e) {
            throw new CannotGather("community.reviews." + e.word());
        }
    }

    /** @throws CannotGather where it isn't such a table */
    static Sheet read(String content) {
        try {
            return Sheet.read(
                    content,
                    COLUMNS,
                    names -> names.contains("date") && (names.contains("stars") || names.contains("text")),
                    MOST);
        } catch (Sheet.Flawed e) {
            throw new CannotGather("community.reviews." + e.word(), "most", MOST);
        }
    }
}
