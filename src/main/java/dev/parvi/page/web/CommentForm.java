package dev.parvi.page.web;

import dev.parvi.page.Remark;
import dev.parvi.ui.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form under a post as it stands on the page.
 *
 * @param reply the comment that is answered
 * @param faults message keys by field
 */
public record CommentForm(
        String name, String email, String text, @Nullable Long reply, String stamp, Map<String, String> faults) {

    static CommentForm fresh(@Nullable Long reply, String stamp) {
        return new CommentForm("", "", "", reply, stamp, Map.of());
    }

    /** What was typed stays. */
    static CommentForm again(Remark remark, String stamp, Map<String, String> faults) {
        return new CommentForm(remark.name(), remark.email(), remark.text(), remark.parent(), stamp, faults);
    }

    /** What's wrong with a field, in the reader's words; empty where nothing is. */
    public String fault(Page page, String field) {
        var key = faults.get(field);
        return key == null ? "" : page.t(key);
    }
}
