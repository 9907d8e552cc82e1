package dev.parvi.community.web.conflict;

import dev.parvi.community.Conflict;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Heat;
import dev.parvi.ui.Page;
import java.util.ArrayList;
import java.util.OptionalInt;

/** Small things that the pages of conflicts say. */
public final class CaseWords {

    private static final int LONG = 120;
    private static final int HOUR = 60;

    private CaseWords() {}

    /** What the proposal was made of: "4 negative comments, 2 offensive: by 3 people, within 40 minutes". */
    public static String reason(Page page, Heat heat) {
        var parts = new ArrayList<String>();
        part(page, parts, "negative", heat.negative());
        part(page, parts, "offensive", heat.offensive());
        part(page, parts, "accusing", heat.accusing());
        part(page, parts, "threatening", heat.threatening());
        var hours = heat.minutes() >= LONG;
        var time = page.t(
                hours ? "community.conflict.in.hours" : "community.conflict.in.minutes",
                "n",
                hours ? Math.round(heat.minutes() / (double) HOUR) : heat.minutes());
        return page.t(
                "community.conflict.reason",
                "what",
                String.join(", ", parts),
                "who",
                page.t("community.conflict.by", "n", heat.people()),
                "time",
                time);
    }

    private static void part(Page page, ArrayList<String> parts, String what, int n) {
        if (n > 0) {
            parts.add(page.t("community.conflict.n." + what, "n", n));
        }
    }

    public static String tone(Severity severity) {
        return switch (severity) {
            case MILD -> "bg-yellow-lt";
            case SERIOUS -> "bg-orange-lt";
            case GRAVE -> "bg-red-lt";
        };
    }

    public static String tone(Conflict conflict) {
        var closing = conflict.closing();
        if (closing == null || closing.outcome() == null) {
            return "bg-secondary-lt";
        }
        return closing.outcome().worth() >= 1
                ? "bg-green-lt"
                : closing.outcome().worth() > 0 ? "bg-blue-lt" : "bg-red-lt";
    }

    public static String figure(Page page, OptionalInt figure) {
        return figure.isPresent() ? page.number(figure.getAsInt()) : "–";
    }
}
