package dev.parvi.team.web;

import dev.parvi.team.Entry;
import dev.parvi.team.Role;
import dev.parvi.ui.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** What the audit log adds to an entry, with roles, dates and times in the reader's words. */
public final class Details {

    /** Entries that say when; others may hold what people wrote, and that stays as it is. */
    private static final List<String> DATED = List.of("planning.scheduled", "planning.unplanned", "goal.", "report.");

    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d)(T\\d\\d:\\d\\d(?::\\d\\d)?)?");

    private Details() {}

    public static String of(Page page, Entry entry) {
        if (entry.what().startsWith("team.")) {
            return roles(page, entry.detail());
        }
        return DATED.stream().anyMatch(entry.what()::startsWith) ? dates(page, entry.detail()) : entry.detail();
    }

    private static String roles(Page page, String detail) {
        for (var role : Role.values()) {
            detail = detail.replace(role.name(), page.t("team.role." + role));
        }
        return detail;
    }

    private static String dates(Page page, String detail) {
        return DATE.matcher(detail)
                .replaceAll(found -> found.group(2) == null
                        ? page.date(LocalDate.parse(found.group(1)))
                        : page.when(LocalDateTime.parse(found.group())));
    }
}
