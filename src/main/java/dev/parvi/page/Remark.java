package dev.parvi.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it was typed.
 *
 * @param parent the comment it answers
 * @param trap a field that people don't see; who fills it is no person
 * @param stamp when the form was opened, as {@link Stamps} wrote it
 */
public record Remark(
        String name, String email, String text, @Nullable Long parent, String trap, String stamp) {

    static final int NAME_MOST = 60;
    static final int TEXT_MOST = 2_000;
    static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,180}\\.[^\\s@<>,;:\".]{2,24}");

    /** What's wrong with it: message keys by field; empty where nothing is. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (name.isBlank()) {
            faults.put("name", "page.comment.name.missing");
        } else if (name.strip().length() > NAME_MOST) {
            faults.put("name", "page.comment.name.long");
        }
        if (!email.isBlank() && !EMAIL.matcher(email.strip()).matches()) {
            faults.put("email", "page.email.wrong");
        }
        if (text.isBlank()) {
            faults.put("text", "page.comment.text.missing");
        } else if (text.strip().codePointCount(0, text.strip().length()) > TEXT_MOST) {
            faults.put("text", "page.comment.text.long");
        }
        return faults;
    }
}
