package dev.parvi.brand.web;

import dev.parvi.brand.Outline;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a brand as a form sends them; what isn't sent is empty. */
record OutlineForm(
        @Nullable String name,
        @Nullable String handle,
        @Nullable String zone,
        @Nullable String language,
        @Nullable String does,
        @Nullable List<String> aims,
        @Nullable String accent,
        @Nullable String approval,
        @Nullable String late) {

    private static final String USUAL_LATE_MINUTES = "30";

    Outline outline() {
        return new Outline(
                or(name, ""),
                or(handle, ""),
                or(zone, ""),
                or(language, ""),
                or(does, ""),
                aims == null ? new HashSet<>() : new HashSet<>(aims),
                or(accent, ""),
                approval != null,
                or(late, USUAL_LATE_MINUTES).strip());
    }

    private static String or(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
