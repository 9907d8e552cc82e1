package dev.parvi.team.web;

import dev.parvi.team.Entry;
import dev.parvi.team.Role;
import dev.parvi.ui.Page;

/** What the audit log adds to an entry, with roles in the reader's words. */
public final class Details {

    private Details() {}

    public static String of(Page page, Entry entry) {
        var detail = entry.detail();
        if (!entry.what().startsWith("team.")) {
            return detail;
        }
        for (var role : Role.values()) {
            detail = detail.replace(role.name(), page.t("team.role." + role));
        }
        return detail;
    }
}
