package dev.parvi.page.web;

import dev.parvi.page.Rule;
import dev.parvi.ui.Page;
import java.util.Map;

/**
 * The page's settings as they stand in the form.
 *
 * @param faults message keys by field
 */
public record SiteForm(String title, String intro, String language, Rule rule, Map<String, String> faults) {

    /** What's wrong with a field, in the reader's words; empty where nothing is. */
    public String fault(Page page, String field) {
        var key = faults.get(field);
        return key == null ? "" : page.t(key);
    }
}
